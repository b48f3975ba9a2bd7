package org.verger.guests.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.DecidedTasks;
import org.verger.guests.GuestContacts;
import org.verger.guests.GuestId;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.web.Staff;

/** The open tasks as whoever is signed in sees them. */
@Component
@RunsInRole(RunsInRole.API)
class TaskCards {

  private final FollowUpProcess process;
  private final DecidedTasks decided;
  private final Access access;
  private final Staff staff;
  private final GuestContacts contacts;

  TaskCards(
      FollowUpProcess process,
      DecidedTasks decided,
      Access access,
      Staff staff,
      GuestContacts contacts) {
    this.process = process;
    this.decided = decided;
    this.access = access;
    this.staff = staff;
    this.contacts = contacts;
  }

  /**
   * A task.
   *
   * @param guest whom it is about
   * @param mine whether whoever is signed in may decide it
   * @param saved whether it is decided and the engine has not heard of it yet
   */
  record Card(
      FollowUpProcess.OpenTask task,
      TaskKind kind,
      GuestContacts.Contact guest,
      boolean mine,
      boolean saved) {

    /** The roles of those who may decide it. */
    public List<String> roles() {
      return task.groups().stream().map(group -> group.role().value()).distinct().sorted().toList();
    }

    /** What is to be done, as "Call Ruth Castellanos". */
    public String title() {
      return kind.verb() + " " + guest.name();
    }
  }

  List<Card> of(GuestId guest) {
    return cards(process.tasksOf(guest));
  }

  /** Those that whoever is signed in can decide and nobody has. */
  List<Card> mine() {
    return cards(process.tasksFor(staff.groups())).stream().filter(card -> !card.saved()).toList();
  }

  private List<Card> cards(Collection<FollowUpProcess.OpenTask> tasks) {
    Set<Long> saved =
        decided.among(
            tasks.stream().map(FollowUpProcess.OpenTask::key).collect(Collectors.toSet()));
    Map<String, GuestContacts.Contact> known =
        contacts.of(
            tasks.stream().map(FollowUpProcess.OpenTask::guest).collect(Collectors.toSet()));
    return tasks.stream()
        .filter(task -> known.containsKey(task.guest()))
        .map(
            task ->
                new Card(
                    task,
                    TaskKind.of(task.element()),
                    Objects.requireNonNull(known.get(task.guest())),
                    mayDecide(task),
                    saved.contains(task.key())))
        .toList();
  }

  private boolean mayDecide(FollowUpProcess.OpenTask task) {
    return staff
        .find()
        .filter((PersonId person) -> access.mayDecide(person, task.groups()))
        .isPresent();
  }
}
