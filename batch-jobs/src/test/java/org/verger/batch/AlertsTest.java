package org.verger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.NewPerson;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.testing.Church;

class AlertsTest extends BatchTest {

  private static final Duration LATE = Duration.ofHours(4);

  @Autowired TellOperators tellOperators;

  @Test
  void aFailedRunIsToldOnceToThoseWhoLookAfterTheSystem() {
    moveToHour(10);
    people("operator", "admin", "campus-leader");
    TestJobs.Trouble.failAt(church.id() + "/one-2");
    awaitState(ask(church, "counting", "2026-11-21"), RunState.FAILED);
    tellOperators.tell(LATE);
    tellOperators.tell(LATE);
    assertThat(addresses()).containsExactlyInAnyOrder("operator@x.example", "admin@x.example");
    assertThat(body()).contains("Counting (2026-11-21): FAILED", "/batch/runs/");
  }

  @Test
  void aRunThatFailsAgainAfterItWasRestartedIsToldAgain() {
    moveToHour(10);
    PersonId operator = people("operator");
    TestJobs.Trouble.failAt(church.id() + "/one-2");
    UUID run = ask(church, "counting", "2026-11-21");
    awaitState(run, RunState.FAILED);
    tellOperators.tell(LATE);
    church.run(() -> control.restart(operator, run));
    awaitState(run, RunState.FAILED);
    tellOperators.tell(LATE);
    assertThat(addresses()).containsExactly("operator@x.example", "operator@x.example");
  }

  @Test
  void whatIsHeldAtNightGoesOutInTheMorning() {
    moveToHour(2);
    people("operator");
    TestJobs.Trouble.holdAt(church.id() + "/one-2");
    awaitState(ask(church, "counting", "2026-11-21"), RunState.HELD);
    tellOperators.tell(LATE);
    assertThat(addresses()).isEmpty();
    moveToHour(9);
    tellOperators.tell(LATE);
    assertThat(body()).contains("HELD", "3 gifts have no fund");
  }

  @Test
  void aNightThatIsNotDoneInTimeIsTold() throws InterruptedException {
    moveToHour(10);
    people("operator");
    TestJobs.Trouble.waitAt(church.id() + "/one-2");
    UUID late = church.call(() -> queue.request(due(Duration.ofHours(5))));
    TestJobs.Trouble.awaitWaiting();
    tellOperators.tell(Duration.ofHours(6));
    assertThat(addresses()).isEmpty();
    tellOperators.tell(LATE);
    tellOperators.tell(LATE);
    assertThat(addresses()).containsExactly("operator@x.example");
    assertThat(body()).contains("Counting (2026-11-20): LATE");
    TestJobs.Trouble.letGo();
    awaitState(late, RunState.COMPLETED);
  }

  @Test
  void aChurchThatCannotBeToldKeepsNoOtherFromBeingTold() {
    moveToHour(10);
    Church suspended = newChurch();
    Church withoutWords = newChurch();
    withoutWords.update("DELETE FROM message_template WHERE key = 'batch-alert'");
    for (Church one : List.of(suspended, withoutWords, church)) {
      people(one, "operator");
      TestJobs.Trouble.failAt(one.id() + "/one-2");
      awaitState(one, ask(one, "counting", "2026-11-21"), RunState.FAILED);
    }
    jdbc.sql("UPDATE shared.tenant SET status = 'suspended' WHERE id = ?")
        .param(suspended.id().value())
        .update();
    tellOperators.tell(LATE);
    assertThat(addresses()).containsExactly("operator@x.example");
  }

  private RunQueue.Asked due(Duration ago) {
    return new RunQueue.Asked("counting", "2026-11-20", Map.of(), null, clock.instant().minus(ago));
  }

  private PersonId people(String... roles) {
    return people(church, roles);
  }

  // The last of them.
  private PersonId people(Church of, String... roles) {
    return of.call(
        () -> {
          @Nullable PersonId last = null;
          Unit root = units.createRoot("Nation");
          for (String role : roles) {
            PersonId person =
                people.create(new NewPerson("Ruth", role, role + "@x.example", null, "en"));
            people.assign(person, new Role(role), root.id());
            last = person;
          }
          return Objects.requireNonNull(last);
        });
  }

  private List<String> addresses() {
    return church.call(
        () ->
            numbers
                .transactions()
                .execute(
                    open ->
                        jdbc.sql(
                                "SELECT address FROM sandbox_message WHERE key LIKE"
                                    + " '%batch-alert%'")
                            .query(String.class)
                            .list()));
  }

  private String body() {
    return church.call(
        () ->
            numbers
                .transactions()
                .execute(
                    open ->
                        jdbc.sql(
                                "SELECT body FROM sandbox_message WHERE key LIKE '%batch-alert%'"
                                    + " LIMIT 1")
                            .query(String.class)
                            .single()));
  }
}
