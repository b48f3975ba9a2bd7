package org.verger.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.testing.CoreTestApplication;
import org.verger.testing.TestDatabase;
import org.verger.testing.TestTenants;

@SpringBootTest(classes = CoreTestApplication.class, properties = "verger.roles=none")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessQueriesTest {

  private static final TenantId OAK = new TenantId("oak");
  private static final TenantId ELM = new TenantId("elm");
  private static final Instant MONDAY = Instant.parse("2026-01-05T09:00:00Z");

  @Autowired ProcessQueries queries;
  @Autowired CreateTenant createTenant;
  @Autowired TestDatabase database;

  @BeforeAll
  void twoChurchesWithARunEach() {
    createTenant.create(TestTenants.church("oak"), "test");
    createTenant.create(TestTenants.church("elm"), "test");
    JdbcClient superuser = JdbcClient.create(new DriverManagerDataSource(database.superuserUrl()));
    superuser
        .sql(
            """
            INSERT INTO engine.process_definition VALUES
              (1, 'follow-up', 1, 'follow-up.bpmn', '<first/>', '2026-01-01T00:00:00Z'),
              (2, 'follow-up', 2, 'follow-up.bpmn', '<second/>', '2026-01-02T00:00:00Z');
            INSERT INTO engine.process_instance VALUES
              (10, 1, 'follow-up', 1, NULL, 'completed', 'oak', 'guest-1', '2026-01-01T09:00:00Z', '2026-01-02T09:00:00Z'),
              (11, 2, 'follow-up', 2, NULL, 'active', 'oak', 'guest-1', '2026-01-05T09:00:00Z', NULL),
              (20, 2, 'follow-up', 2, NULL, 'active', 'elm', 'guest-1', '2026-01-05T09:00:00Z', NULL);
            INSERT INTO engine.element_instance VALUES
              (101, 11, 11, 'StartEvent_Registered', 'START_EVENT', 'completed', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z'),
              (102, 11, 11, 'Task_CallGuest', 'USER_TASK', 'active', '2026-01-05T09:00:01Z', NULL),
              (201, 20, 20, 'Task_CallGuest', 'USER_TASK', 'active', '2026-01-05T09:00:01Z', NULL);
            INSERT INTO engine.timer VALUES
              (111, 11, 102, 'Event_Escalate', '2026-01-07T09:00:00Z', 'open', NULL),
              (112, 11, 102, 'Event_Passed', '2026-01-05T09:05:00Z', 'triggered', '2026-01-05T09:05:00Z'),
              (211, 20, 201, 'Event_Escalate', '2026-01-07T09:00:00Z', 'open', NULL);
            INSERT INTO engine.user_task VALUES
              (121, 11, 102, 'follow-up', 'Task_CallGuest', 'oak', 'guest-1', NULL, '{group-leader@north,admin@root}', '2026-01-06T09:00:00Z', NULL, 'open', '2026-01-05T09:00:01Z', NULL),
              (122, 10, 100, 'follow-up', 'Task_CallGuest', 'oak', 'guest-1', NULL, '{group-leader@north}', NULL, NULL, 'completed', '2026-01-01T09:00:01Z', '2026-01-01T10:00:00Z'),
              (221, 20, 201, 'follow-up', 'Task_CallGuest', 'elm', 'guest-1', NULL, '{group-leader@north}', NULL, NULL, 'open', '2026-01-05T09:00:01Z', NULL);
            INSERT INTO engine.incident VALUES
              (131, 11, 102, 'Task_SendThankYou', NULL, 'JOB_NO_RETRIES', 'The gateway is away', 'open', '2026-01-05T09:06:00Z', NULL),
              (132, 11, 102, 'Task_SendWelcome', NULL, 'JOB_NO_RETRIES', 'The gateway was away', 'resolved', '2026-01-05T09:06:00Z', '2026-01-05T09:07:00Z'),
              (231, 20, 201, 'Task_SendThankYou', NULL, 'JOB_NO_RETRIES', 'Elsewhere', 'open', '2026-01-05T09:06:00Z', NULL);
            """)
        .update();
  }

  @Test
  void aSubjectsRunsShowTheirElementsOpenTimersAndOpenTasks() {
    List<InstanceView> runs = as(OAK, () -> queries.instancesAbout("guest-1"));
    assertThat(runs).extracting(InstanceView::key).containsExactly(11L, 10L);
    InstanceView current = runs.getFirst();
    assertThat(current.state()).isEqualTo("active");
    assertThat(current.version()).isEqualTo(2);
    assertThat(current.startedAt()).isEqualTo(MONDAY);
    assertThat(current.endedAt()).isNull();
    assertThat(current.elements())
        .containsExactly(
            new ElementView("StartEvent_Registered", "START_EVENT", "completed", MONDAY, MONDAY),
            new ElementView("Task_CallGuest", "USER_TASK", "active", MONDAY.plusSeconds(1), null));
    assertThat(current.openTimers())
        .containsExactly(new TimerView("Event_Escalate", Instant.parse("2026-01-07T09:00:00Z")));
    assertThat(current.openTasks()).extracting(TaskView::key).containsExactly(121L);
  }

  @Test
  void tasksAreFoundByGroupBySubjectAndByKeyWhileTheyAreOpen() {
    TaskView call =
        new TaskView(
            121,
            "Task_CallGuest",
            "guest-1",
            List.of("group-leader@north", "admin@root"),
            Instant.parse("2026-01-06T09:00:00Z"),
            MONDAY.plusSeconds(1),
            "open");
    assertThat(as(OAK, () -> queries.openTasksFor(List.of("admin@root", "x@y"))))
        .containsExactly(call);
    assertThat(as(OAK, () -> queries.openTasksFor(List.of("campus-leader@north")))).isEmpty();
    assertThat(as(OAK, () -> queries.openTasksAbout("guest-1"))).containsExactly(call);
    assertThat(as(OAK, () -> queries.openTask(121))).contains(call);
    assertThat(as(OAK, () -> queries.openTask(122))).isEmpty();
  }

  @Test
  void onlyOpenIncidentsAreListed() {
    assertThat(as(OAK, queries::openIncidents))
        .containsExactly(
            new IncidentView(
                131,
                "follow-up",
                "Task_SendThankYou",
                "guest-1",
                null,
                "JOB_NO_RETRIES",
                "The gateway is away",
                Instant.parse("2026-01-05T09:06:00Z")));
  }

  @Test
  void anotherChurchSeesItsOwnRunAboutTheSameSubjectAndNothingElse() {
    assertThat(as(ELM, () -> queries.instancesAbout("guest-1")))
        .extracting(InstanceView::key)
        .containsExactly(20L);
    assertThat(as(ELM, () -> queries.openTask(121))).isEmpty();
    assertThat(as(ELM, () -> queries.openTasksFor(List.of("group-leader@north"))))
        .extracting(TaskView::key)
        .containsExactly(221L);
    assertThat(as(ELM, queries::openIncidents))
        .extracting(IncidentView::errorMessage)
        .containsExactly("Elsewhere");
  }

  @Test
  void theDiagramOfEachVersionIsKept() {
    assertThat(as(OAK, () -> queries.diagram("follow-up", 1))).contains("<first/>");
    assertThat(as(OAK, () -> queries.diagram("follow-up", 2))).contains("<second/>");
    assertThat(as(OAK, () -> queries.diagram("follow-up", 3))).isEmpty();
  }

  private static <T> T as(TenantId church, Supplier<T> query) {
    return CurrentTenant.call(church, query);
  }
}
