package org.verger.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.verger.testing.TestDatabase;

/** What a real broker does, as rows. */
@Tag("engine")
class ProjectionTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final TestBroker BROKER = new TestBroker(DATABASE.url());
  private static final Projected PROJECTED = new Projected(DATABASE.pool());
  private static CamundaClient client = CamundaClient.newClient();

  @BeforeAll
  static void startBroker() {
    client = BROKER.start().client();
    client
        .newDeployResourceCommand()
        .addProcessModel(TestModels.report(), "report.bpmn")
        .addProcessModel(TestModels.visit(), "visit.bpmn")
        .send()
        .join();
  }

  @AfterAll
  static void stopBroker() throws InterruptedException, IOException {
    client.close();
    BROKER.close();
    PROJECTED.close();
  }

  private static Visit visit(String guest) {
    return new Visit(guest, BROKER, client, PROJECTED).plan();
  }

  @Test
  void aDefinitionIsKeptWithItsDiagram() {
    PROJECTED.awaitNumber("SELECT key FROM engine.process_definition WHERE process_id = 'report'");
    assertThat(row("SELECT * FROM engine.process_definition WHERE process_id = 'report'"))
        .containsEntry("version", 1)
        .containsEntry("resource_name", "report.bpmn")
        .hasEntrySatisfying("xml", xml -> assertThat(xml.toString()).contains("Task_WriteReport"));
  }

  @Test
  void aJobWithoutAttemptsLeftIsAnIncidentUntilItIsRepaired() {
    Visit visit = visit("job").failToPrepare("No room");
    assertThat(row("SELECT * FROM engine.incident WHERE key = ?", visit.incident()))
        .containsEntry("state", "open")
        .containsEntry("element_id", "Task_Prepare")
        .containsEntry("job_key", visit.job())
        .containsEntry("error_type", "JOB_NO_RETRIES")
        .containsEntry("error_message", "No room")
        .containsEntry("resolved_at", null);
    assertThat(row("SELECT * FROM engine.job WHERE key = ?", visit.job()))
        .containsEntry("state", "failed")
        .containsEntry("type", "prepare")
        .containsEntry("retries", 0)
        .containsEntry("error_message", "No room")
        .containsEntry("ended_at", null);

    visit.repair().prepare().openTask("Task_Call");
    assertThat(row("SELECT * FROM engine.incident WHERE key = ?", visit.incident()))
        .containsEntry("state", "resolved")
        .doesNotContainEntry("resolved_at", null);
    assertThat(row("SELECT * FROM engine.job WHERE key = ?", visit.job()))
        .containsEntry("state", "completed")
        .doesNotContainEntry("ended_at", null);
  }

  @Test
  void aUserTaskTellsWhoMayDoItUntilWhen() throws IOException, InterruptedException {
    Visit visit = visit("task").prepare();
    long task = visit.openTask("Task_Call");
    assertThat(
            row(
                "SELECT *, array_to_string(candidate_groups, ' ') AS groups,"
                    + " extract(epoch FROM due_at)::bigint AS due FROM engine.user_task"
                    + " WHERE key = ?",
                task))
        .containsEntry("process_instance_key", visit.instance())
        .containsEntry("process_id", "visit")
        .containsEntry("tenant_id", "olamchurch")
        .containsEntry("subject_id", "task")
        .containsEntry("groups", "group-leader@u1 campus-leader@u\"2")
        .containsEntry("due", Instant.parse(Visit.DUE_AT).getEpochSecond())
        .containsEntry("assignee", null)
        .containsEntry("ended_at", null);

    visit.assign(task, "anna");
    PROJECTED.awaitNumber(
        "SELECT key FROM engine.user_task WHERE key = ? AND assignee = 'anna' AND state = 'open'"
            + " AND cardinality(candidate_groups) = 2",
        task);
    visit.complete(task, "{}").openTask("Task_WriteReport");
    assertThat(row("SELECT * FROM engine.user_task WHERE key = ?", task))
        .containsEntry("state", "completed")
        .doesNotContainEntry("ended_at", null);
  }

  @Test
  void timersShowWhatIsDueAndWhatBecameOfThem() throws IOException, InterruptedException {
    Visit visit = visit("timer").prepare();
    long task = visit.openTask("Task_Call");
    assertThat(visit.timerState("Event_Soon")).isEqualTo("triggered");
    assertThat(
            row(
                "SELECT state, extract(epoch FROM due_at)::bigint AS due FROM engine.timer"
                    + " WHERE process_instance_key = ? AND element_id = 'Event_Late'",
                visit.instance()))
        .containsEntry("state", "open")
        .containsEntry("due", Instant.parse(Visit.LATE_AT).getEpochSecond());
    visit.complete(task, "{}").openTask("Task_WriteReport");
    assertThat(visit.timerState("Event_Late")).isEqualTo("canceled");
  }

  @Test
  void eachStepOfAnInstanceAndOfTheOneItCallsIsThereOnce()
      throws IOException, InterruptedException {
    Visit visit = visit("steps").prepare();
    visit.complete(visit.openTask("Task_Call"), "{}");
    visit.complete(visit.openTask("Task_WriteReport"), "{}");
    PROJECTED.awaitNumber(
        "SELECT key FROM engine.process_instance WHERE key = ? AND state = 'completed'",
        visit.instance());
    assertThat(
            PROJECTED.texts(
                """
                SELECT process_id || ' ' || element_id || ' ' || element_type || ' ' || e.state
                FROM engine.element_instance e
                JOIN engine.process_instance i ON i.key = e.process_instance_key
                WHERE subject_id = 'steps' AND e.started_at <= e.ended_at ORDER BY e.key
                """))
        .containsExactly(
            "visit StartEvent_Planned START_EVENT completed",
            "visit Event_Soon INTERMEDIATE_CATCH_EVENT completed",
            "visit Task_Prepare SERVICE_TASK completed",
            "visit Task_Call USER_TASK completed",
            "visit Task_Report CALL_ACTIVITY completed",
            "report StartEvent_Report START_EVENT completed",
            "report Task_WriteReport USER_TASK completed",
            "report EndEvent_Written END_EVENT completed",
            "visit EndEvent_Visited END_EVENT completed");
  }

  @Test
  void aCalledInstanceBelongsToWhomItsCallerBelongsTo() throws IOException, InterruptedException {
    Visit visit = visit("called").prepare();
    visit.complete(visit.openTask("Task_Call"), "{}");
    assertThat(
            row(
                """
                SELECT i.tenant_id, i.process_id, i.parent_key, t.tenant_id AS task_tenant
                FROM engine.user_task t
                JOIN engine.process_instance i ON i.key = t.process_instance_key WHERE t.key = ?
                """,
                visit.openTask("Task_WriteReport")))
        .containsEntry("tenant_id", "olamchurch")
        .containsEntry("task_tenant", "olamchurch")
        .containsEntry("process_id", "report")
        .containsEntry("parent_key", visit.instance());
  }

  @Test
  void cancelingAnInstanceEndsAllThatHangsOnIt() {
    Visit visit = visit("canceled").prepare();
    long task = visit.openTask("Task_Call");
    visit.cancel();
    PROJECTED.awaitNumber(
        "SELECT key FROM engine.process_instance WHERE key = ? AND state = 'terminated'"
            + " AND ended_at IS NOT NULL",
        visit.instance());
    assertThat(row("SELECT state FROM engine.user_task WHERE key = ?", task))
        .containsEntry("state", "canceled");
    assertThat(visit.timerState("Event_Late")).isEqualTo("canceled");
    assertThat(
            PROJECTED.texts(
                "SELECT element_id FROM engine.element_instance WHERE process_instance_key = ?"
                    + " AND state = 'terminated'",
                visit.instance()))
        .containsExactly("Task_Call");
  }

  @Test
  void onlyVariablesThatAreMeantForPeopleAreStored() throws IOException, InterruptedException {
    Visit visit = visit("variables").prepare();
    visit.complete(
        visit.openTask("Task_Call"), "{\"callOutcome\": \"noAnswer\", \"note\": \"secret note\"}");
    visit.openTask("Task_WriteReport");
    assertThat(
            PROJECTED.texts(
                "SELECT name || '=' || (value #>> '{}') FROM engine.variable"
                    + " WHERE scope_key = ? ORDER BY name",
                visit.instance()))
        .containsExactly("callOutcome=noAnswer", "subjectId=variables", "tenantId=olamchurch");
    assertThat(PROJECTED.everything()).contains("noAnswer").doesNotContain("secret");
  }

  @Test
  void aRowIsVisibleWithinAQuarterOfASecondWhenTheBrokerIsIdle() {
    visit("first").instance();
    long start = System.nanoTime();
    visit("second");
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                PROJECTED.number(
                        "SELECT count(*) FROM engine.process_instance WHERE subject_id = 'second'")
                    == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(250));
  }

  private static Map<String, Object> row(String sql, Object... parameters) {
    return PROJECTED.row(sql, parameters);
  }
}
