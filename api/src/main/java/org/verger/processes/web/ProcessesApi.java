package org.verger.processes.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.processes.ElementView;
import org.verger.processes.InstanceView;
import org.verger.processes.ProcessQueries;
import org.verger.processes.TimerView;
import org.verger.web.Staff;

/** What the engine does for a subject within reach; for one beyond it nothing, as for none. */
@RestController
@RunsInRole(RunsInRole.API)
class ProcessesApi {

  private final ProcessQueries processes;
  private final Staff staff;

  ProcessesApi(ProcessQueries processes, Staff staff) {
    this.processes = processes;
    this.staff = staff;
  }

  /** A process instance with the steps that it entered and the timers that it waits for. */
  record Item(
      String processId,
      int version,
      String state,
      Instant startedAt,
      @Nullable Instant endedAt,
      List<ElementView> elements,
      List<TimerView> timers) {

    static Item of(InstanceView instance) {
      return new Item(
          instance.processId(),
          instance.version(),
          instance.state(),
          instance.startedAt(),
          instance.endedAt(),
          instance.elements(),
          instance.openTimers());
    }
  }

  /** A list. */
  record Items(List<Item> items) {}

  @GetMapping("/api/v1/processes/instances")
  @PreAuthorize("isAuthenticated()")
  Items instances(@RequestParam String subject) {
    return new Items(
        staff.reach(subject).everything()
            ? processes.instancesAbout(subject).stream().map(Item::of).toList()
            : List.of());
  }
}
