package org.verger.guests.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.guests.DecisionKind;
import org.verger.guests.Exit;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestId;
import org.verger.guests.GuestView;
import org.verger.messages.ReceiveMessage;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** What happened to a guest, as somebody of the church enters it. */
@RestController
@RequestMapping("/api/v1/guests/{id}")
@PreAuthorize("isAuthenticated()")
@RunsInRole(RunsInRole.API)
class GuestEventsApi {

  private final GuestDetails details;
  private final GuestEvents events;
  private final ReceiveMessage receiveMessage;
  private final Staff staff;

  GuestEventsApi(
      GuestDetails details, GuestEvents events, ReceiveMessage receiveMessage, Staff staff) {
    this.details = details;
    this.events = events;
    this.receiveMessage = receiveMessage;
    this.staff = staff;
  }

  /**
   * What the guest wrote. STOP, START and HELP are obeyed as if the provider had delivered them.
   */
  record Reply(@Nullable String text) {}

  /** A visit after the first. */
  record Visit(@Nullable String note) {}

  /** salvation, baptism, membership or recommitment. */
  record Decision(@Nullable String kind, @Nullable String note) {}

  /** movedAway, duplicate or unreachable. */
  record Leaving(@Nullable String exit, @Nullable String note) {}

  @PostMapping("/replies")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void reply(@PathVariable String id, @RequestBody Reply reply) {
    GuestView guest = Guests.inReach(details, Guests.id(id), staff.person());
    receiveMessage.receive(GuestEvents.inbound(guest, required("text", reply.text())));
  }

  @PostMapping("/visits")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void visit(@PathVariable String id, @RequestBody Visit visit) {
    events.visits().record(reached(id), visit.note(), staff.person());
  }

  @PostMapping("/decisions")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void decide(@PathVariable String id, @RequestBody Decision decision) {
    DecisionKind kind =
        Arrays.stream(DecisionKind.values())
            .filter(known -> known.code().equals(decision.kind()))
            .findFirst()
            .orElseThrow(() -> oneOf("kind", DecisionKind.values(), DecisionKind::code));
    events.decisions().record(reached(id), kind, decision.note(), staff.person());
  }

  @PostMapping("/exits")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void leave(@PathVariable String id, @RequestBody Leaving leaving) {
    Exit exit =
        Optional.ofNullable(leaving.exit())
            .flatMap(
                asked ->
                    Arrays.stream(Exit.values())
                        .filter(known -> known.code().equals(asked))
                        .findFirst())
            .orElseThrow(() -> oneOf("exit", Exit.values(), Exit::code));
    GuestId guest = reached(id);
    if (exit == Exit.OPTED_OUT) {
      events.optOuts().optOut(guest, leaving.note(), staff.person());
    } else {
      events.exits().leave(guest, exit, leaving.note(), staff.person());
    }
  }

  private GuestId reached(String id) {
    return Guests.id(Guests.inReach(details, Guests.id(id), staff.person()).id());
  }

  private static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw InvalidInputException.of(field, "Fill in this field");
    }
    return value;
  }

  private static <T> InvalidInputException oneOf(
      String field, T[] values, java.util.function.Function<T, String> code) {
    return InvalidInputException.of(
        field, "Give one of " + Arrays.stream(values).map(code).collect(Collectors.joining(", ")));
  }
}
