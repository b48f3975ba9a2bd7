package org.verger.exporter;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verger.exporter.TestEvents.instance;
import static org.verger.exporter.TestEvents.job;
import static org.verger.exporter.TestEvents.timeOf;
import static org.verger.exporter.TestEvents.variable;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.verger.database.DatabaseRoles;
import org.verger.testing.TestDatabase;

/** Rows and position on a real PostgreSQL, without an engine. */
class DatabaseTest {

  private static final long NO_PARENT = -1;

  private final TestDatabase test = TestDatabase.create();
  private final Projected projected = new Projected(test.pool());
  private final List<Projection<?, ?>> projections =
      List.of(new Variables(Set.of("tenantId", "subjectId")), new ProcessInstances(), new Jobs());
  private final Database database = open();

  @AfterEach
  void close() {
    database.close();
    projected.close();
  }

  private Database open() {
    Arguments arguments =
        new Arguments(test.url(), DatabaseRoles.EXPORTER, TestDatabase.PASSWORD, Set.of());
    return new Database(
        Database.server(arguments), 1, projections, LoggerFactory.getLogger(getClass()));
  }

  private Batch batch(Record<?>... events) {
    List<Change<?>> changes =
        Arrays.stream(events)
            .<Change<?>>flatMap(
                event ->
                    projections.stream()
                        .filter(projection -> projection.source() == event.getValueType())
                        .flatMap(projection -> Change.of(projection, event).stream()))
            .toList();
    Record<?> last = events[events.length - 1];
    return new Batch(changes, last.getPosition(), Events.timeOf(last));
  }

  private String jobRow() {
    return projected
        .texts(
            """
            SELECT concat_ws(' ', state, retries, extract(epoch FROM created_at)::bigint,
              extract(epoch FROM ended_at)::bigint) FROM engine.job WHERE key = 7
            """)
        .getFirst();
  }

  @Test
  void severalEventsOfOneKeyAreOneRowWithTheFirstTimeAndTheLastState() throws SQLException {
    database.store(
        batch(
            job(1, 7, JobIntent.CREATED, 3),
            job(2, 7, JobIntent.FAILED, 2),
            job(3, 7, JobIntent.COMPLETED, 2)));
    assertThat(jobRow())
        .isEqualTo("completed 2 " + timeOf(1).getEpochSecond() + " " + timeOf(3).getEpochSecond());
  }

  @Test
  void aRowKeepsItsFirstTimeInLaterBatches() throws SQLException {
    database.store(batch(job(1, 7, JobIntent.CREATED, 3)));
    database.store(batch(job(2, 7, JobIntent.COMPLETED, 3)));
    assertThat(jobRow())
        .isEqualTo("completed 3 " + timeOf(1).getEpochSecond() + " " + timeOf(2).getEpochSecond());
  }

  @Test
  void whatIsStoredIsSkippedWhenItComesAgain() throws SQLException {
    database.store(batch(job(1, 7, JobIntent.CREATED, 3), job(2, 7, JobIntent.COMPLETED, 3)));
    try (Database afterRestart = open()) {
      afterRestart.store(batch(job(1, 7, JobIntent.CREATED, 3)));
      assertThat(jobRow()).startsWith("completed");
      afterRestart.store(batch(job(2, 7, JobIntent.COMPLETED, 3), job(3, 8, JobIntent.CREATED, 3)));
    }
    assertThat(projected.number("SELECT count(*) FROM engine.job")).isEqualTo(2);
    assertThat(projected.number("SELECT position FROM engine.exporter_position")).isEqualTo(3);
  }

  @Test
  void aBrokerThatLostThePartitionStoresNothing() throws SQLException {
    database.store(batch(job(1, 7, JobIntent.CREATED, 3)));
    try (Database newLeader = open()) {
      newLeader.store(batch(job(2, 7, JobIntent.COMPLETED, 3), job(3, 8, JobIntent.CREATED, 3)));
    }
    Batch late = batch(job(2, 7, JobIntent.FAILED, 2));
    assertThatThrownBy(() -> database.store(late)).hasMessageContaining("Another broker");
    database.close();
    database.store(late);
    assertThat(jobRow()).startsWith("completed 3");
    assertThat(projected.number("SELECT position FROM engine.exporter_position")).isEqualTo(3);
  }

  @Test
  void eventsOfAnotherLogAreRefusedInsteadOfSkipped() throws SQLException {
    database.store(batch(job(100, 7, JobIntent.CREATED, 3)));
    Change<?> late = batch(job(101, 9, JobIntent.CREATED, 3)).changes().getFirst();
    Batch wiped = new Batch(List.of(atPosition(5, late)), 5, late.since());
    assertThatThrownBy(() -> database.store(wiped)).hasMessageContaining("empty all tables");
  }

  @Test
  void anInstanceFindsItsVariablesBeforeAndAfterIt() throws SQLException {
    database.store(batch(variable(1, 10, "tenantId", "\"grace\"")));
    database.store(batch(instance(2, 10, NO_PARENT, ELEMENT_ACTIVATING)));
    database.store(batch(variable(3, 10, "subjectId", "\"guest\"")));
    assertThat(belongings()).containsExactly("10 grace guest");
  }

  @Test
  void aCalledInstanceInheritsAlsoWithinOneBatch() throws SQLException {
    database.store(
        batch(
            variable(1, 10, "tenantId", "\"grace\""),
            variable(2, 10, "subjectId", "\"guest\""),
            instance(3, 10, NO_PARENT, ELEMENT_ACTIVATING),
            instance(4, 11, 10, ELEMENT_ACTIVATING),
            instance(5, 12, 11, ELEMENT_ACTIVATING)));
    assertThat(belongings()).containsExactly("10 grace guest", "11 grace guest", "12 grace guest");
  }

  @Test
  void aValueThatTheDatabaseRefusesHoldsUpNothingElse() throws SQLException {
    database.store(
        batch(
            variable(1, 10, "tenantId", "\"grace\""),
            variable(2, 10, "subjectId", "\"\\u0000\""),
            instance(3, 10, NO_PARENT, ELEMENT_ACTIVATING)));
    assertThat(belongings()).containsExactly("10 grace");
    assertThat(projected.number("SELECT position FROM engine.exporter_position")).isEqualTo(3);
  }

  @Test
  void theRowsOfAFailedTransactionAreNotThere() throws SQLException {
    database.store(batch(job(1, 7, JobIntent.CREATED, 3)));
    try (Database newLeader = open()) {
      newLeader.store(batch(job(2, 7, JobIntent.COMPLETED, 3)));
    }
    assertThatThrownBy(() -> database.store(batch(job(3, 9, JobIntent.CREATED, 3))))
        .isInstanceOf(SQLException.class);
    assertThat(projected.number("SELECT count(*) FROM engine.job WHERE key = 9")).isZero();
  }

  private static <R extends Row> Change<R> atPosition(long position, Change<R> change) {
    return new Change<>(position, change.since(), change.projection(), change.row());
  }

  private List<String> belongings() {
    return projected.texts(
        "SELECT concat_ws(' ', key, tenant_id, subject_id) FROM engine.process_instance"
            + " ORDER BY key");
  }
}
