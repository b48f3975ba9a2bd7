package org.verger.guests.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestId;
import org.verger.organisation.CandidateGroup;
import org.verger.processes.ElementView;
import org.verger.processes.InstanceView;
import org.verger.processes.ProcessQueries;
import org.verger.processes.TaskView;

/** What the pages of guests read of the engine. */
@Component
@RunsInRole(RunsInRole.API)
class FollowUpProcess {

  private static final String PROCESS = "guest-follow-up";

  private final ProcessQueries processes;

  FollowUpProcess(ProcessQueries processes) {
    this.processes = processes;
  }

  /**
   * An open task.
   *
   * @param guest the guest's id
   */
  record OpenTask(
      long key,
      String element,
      String guest,
      Set<CandidateGroup> groups,
      @Nullable Instant dueAt,
      Instant createdAt) {}

  /** Where an instance stands: element ids, each in one of the two at most. */
  record Position(String processId, int version, Set<String> active, Set<String> done) {}

  List<OpenTask> tasksOf(GuestId guest) {
    return ours(processes.openTasksAbout(guest.toString()));
  }

  /** The open task of the guest with this key. */
  Optional<OpenTask> task(GuestId guest, long key) {
    return tasksOf(guest).stream().filter(task -> task.key() == key).findFirst();
  }

  /** The open tasks of the groups, the soonest due first. */
  List<OpenTask> tasksFor(Collection<CandidateGroup> groups) {
    return ours(processes.openTasksFor(groups.stream().map(CandidateGroup::format).toList()));
  }

  /** Where the guest's follow-up stands; empty while it waits for the engine. */
  Optional<Position> positionOf(GuestId guest) {
    return processes.instancesAbout(guest.toString()).stream()
        .filter(instance -> instance.processId().equals(PROCESS))
        .findFirst()
        .map(FollowUpProcess::position);
  }

  /** The BPMN of a version. */
  Optional<String> diagram(String processId, int version) {
    return processes.diagram(processId, version);
  }

  private static Position position(InstanceView instance) {
    Set<String> active = elements(instance, "active");
    Set<String> done =
        elements(instance, "completed").stream()
            .filter(element -> !active.contains(element))
            .collect(Collectors.toUnmodifiableSet());
    return new Position(instance.processId(), instance.version(), active, done);
  }

  private static Set<String> elements(InstanceView instance, String state) {
    return instance.elements().stream()
        .filter(element -> element.state().equals(state))
        .map(ElementView::elementId)
        .filter(element -> !element.equals(PROCESS))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<OpenTask> ours(List<TaskView> tasks) {
    return tasks.stream()
        .filter(task -> TaskKind.known(task.elementId()))
        .flatMap(task -> Optional.ofNullable(task.subjectId()).map(id -> open(task, id)).stream())
        .toList();
  }

  private static OpenTask open(TaskView task, String guest) {
    return new OpenTask(
        task.key(),
        task.elementId(),
        guest,
        task.candidateGroups().stream()
            .map(CandidateGroup::parse)
            .collect(Collectors.toUnmodifiableSet()),
        task.dueAt(),
        task.createdAt());
  }
}
