package org.verger.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.verger.testing.TestDatabase;

/** No gap and no double, whatever is killed; counted by our own ids. */
class RecoveryTest {

  @Test
  void aBrokerThatIsKilledUnderLoadLeavesNoGapAndNoDouble()
      throws InterruptedException, IOException {
    TestDatabase database = TestDatabase.create();
    List<String> ids = ids("killed", 800);
    try (TestBroker broker = new TestBroker(database.url());
        Projected projected = new Projected(database.pool())) {
      broker.start();
      try (CamundaClient client = broker.client();
          Errands errands = new Errands(client)) {
        Errands.deploy(client);
        CompletableFuture<Void> asking =
            CompletableFuture.runAsync(() -> ids.parallelStream().forEach(errands::ask));
        awaitCompleted(projected, 150);
        broker.kill();
        broker.start();
        awaitCompleted(projected, 400);
        broker.kill();
        broker.start();
        asking.join();
        awaitCompleted(projected, ids.size());
        assertExact(projected, ids);
        assertThat(errands.run).containsExactlyInAnyOrderElementsOf(ids);
      }
    }
  }

  @Test
  void whileTheDatabaseIsAwayTheBrokerWorksAndTheRowsCatchUp()
      throws InterruptedException, IOException, SQLException {
    List<String> ids = ids("away", 1_500);
    try (TestServer server = new TestServer();
        TestBroker broker = new TestBroker(server.url())) {
      server.start();
      server.createDatabase();
      server.migrate();
      broker.start();
      try (CamundaClient client = broker.client();
          Errands errands = new Errands(client);
          Projected projected = new Projected(server.pool())) {
        Errands.deploy(client);
        ids.subList(0, 300).parallelStream().forEach(errands::ask);
        awaitCompleted(projected, 100);
        server.stop();
        ids.subList(300, ids.size()).parallelStream().forEach(errands::ask);
        await().atMost(Duration.ofMinutes(2)).until(() -> errands.run.size() == ids.size());
        assertThat(broker.isAlive()).isTrue();
        assertThat(Files.readString(broker.log()))
            .as("more has happened than the buffer holds")
            .contains(Buffer.REFUSAL);
        server.start();
        awaitCompleted(projected, ids.size());
        assertExact(projected, ids);
      }
    }
  }

  @Test
  void aBrokerThatIsThereBeforeTheSchemaWaitsForIt()
      throws InterruptedException, IOException, SQLException {
    List<String> ids = ids("early", 20);
    try (TestServer server = new TestServer();
        TestBroker broker = new TestBroker(server.url())) {
      broker.start();
      try (CamundaClient client = broker.client();
          Errands errands = new Errands(client)) {
        Errands.deploy(client);
        ids.forEach(errands::ask);
        await().atMost(Duration.ofMinutes(1)).until(() -> errands.run.size() == ids.size());
        server.start();
        server.createDatabase();
        server.migrate();
        try (Projected projected = new Projected(server.pool())) {
          awaitCompleted(projected, ids.size());
          assertExact(projected, ids);
          assertThat(Files.readString(broker.log()))
              .contains("The database does not take what the engine did")
              .doesNotContain(TestDatabase.PASSWORD);
        }
      }
    }
  }

  private static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> prefix + "-" + number).toList();
  }

  private static void awaitCompleted(Projected projected, int count) {
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(
            () ->
                projected.number(
                        "SELECT count(*) FROM engine.process_instance WHERE state = 'completed'")
                    >= count);
  }

  private static void assertExact(Projected projected, List<String> ids) {
    assertThat(projected.texts("SELECT subject_id FROM engine.process_instance"))
        .containsExactlyInAnyOrderElementsOf(ids);
    assertThat(
            projected.texts(
                """
                SELECT DISTINCT element_id || ' ' || e.state || ' ' || count(*)
                FROM engine.element_instance e
                JOIN engine.process_instance i ON i.key = e.process_instance_key
                WHERE e.started_at <= e.ended_at AND e.started_at >= i.started_at
                GROUP BY element_id, e.state
                """))
        .containsExactlyInAnyOrder(
            "StartEvent_Asked completed " + ids.size(),
            "Task_Run completed " + ids.size(),
            "EndEvent_Done completed " + ids.size());
    assertThat(projected.number("SELECT count(*) FROM engine.job WHERE state = 'completed'"))
        .isEqualTo(ids.size());
    assertThat(projected.number("SELECT count(*) FROM engine.job")).isEqualTo(ids.size());
    assertThat(
            projected.number(
                "SELECT count(*) FROM engine.variable WHERE scope_key = process_instance_key"))
        .isEqualTo(2L * ids.size());
  }
}
