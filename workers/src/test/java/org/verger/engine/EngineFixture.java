package org.verger.engine;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.processes.Processes;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.testing.TestDatabase;
import org.verger.testing.TestTenants;
import tools.jackson.databind.JsonNode;

/** The adapter of one context, a church in it, and what the broker says about its subjects. */
record EngineFixture(ConfigurableApplicationContext context, TestBroker broker, TenantId church) {

  record NoVariables() {}

  static EngineFixture in(ConfigurableApplicationContext context, TestBroker broker) {
    TenantId church = new TenantId("grace");
    context.getBean(CreateTenant.class).create(TestTenants.church(church.value()), "test");
    return new EngineFixture(context, broker, church);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  void publish(String message, String subject) {
    publish(message, subject, new NoVariables());
  }

  void publish(String message, String subject, Record variables) {
    inTransaction(() -> bean(Processes.class).publish(message, subject, variables));
  }

  /** Writes a message as if the deletion of its row had been lost in a crash. */
  void writeAgain(String message, String subject, String messageId) {
    String[] parts = messageId.split("-");
    superuser()
        .sql(
            """
            INSERT INTO shared.outbox (id, tenant_id, subject, command, created_at, available_at)
            OVERRIDING SYSTEM VALUE
            VALUES (:id, :tenant, :subject,
                    jsonb_build_object('kind', 'publish-message', 'name', :name,
                                       'correlationKey', :subject, 'variables', jsonb '{}'),
                    timestamptz 'epoch' + :micros * interval '1 microsecond', now())
            """)
        .param("id", Long.parseLong(parts[0]))
        .param("tenant", church.value())
        .param("subject", subject)
        .param("name", message)
        .param("micros", Long.parseLong(parts[1]))
        .update();
  }

  /** Puts something into the outbox that no use case writes. */
  void writeOdd(String subject, String command) {
    superuser()
        .sql(
            """
            INSERT INTO shared.outbox (tenant_id, subject, command, created_at, available_at)
            VALUES (?, ?, ?::jsonb, now(), now())
            """)
        .params(church.value(), subject, command)
        .update();
  }

  private JdbcClient superuser() {
    return JdbcClient.create(new DriverManagerDataSource(bean(TestDatabase.class).superuserUrl()));
  }

  void inTransaction(Runnable work) {
    CurrentTenant.run(
        church, () -> bean(TransactionTemplate.class).executeWithoutResult(status -> work.run()));
  }

  long waiting() {
    return bean(JdbcClient.class)
        .sql("SELECT count(*) FROM shared.outbox")
        .query(Long.class)
        .single();
  }

  Clock clock() {
    return bean(Clock.class);
  }

  /** The records of the process instances that were started for the subject. */
  List<JsonNode> records(String valueType, String intent, String subject) {
    List<String> instances =
        broker.records("VARIABLE", "CREATED").stream()
            .map(node -> node.path("value"))
            .filter(
                value ->
                    value.path("name").asString().equals("subjectId")
                        && value.path("value").asString().equals("\"" + subject + "\""))
            .map(value -> value.path("processInstanceKey").asString())
            .toList();
    return broker.records(valueType, intent).stream()
        .filter(
            node -> instances.contains(node.path("value").path("processInstanceKey").asString()))
        .toList();
  }

  /** Whether a process of the subject has come to an end at this event. */
  boolean ended(String subject, String endEvent) {
    return records("PROCESS_INSTANCE", "ELEMENT_COMPLETED", subject).stream()
        .anyMatch(node -> node.path("value").path("elementId").asString().equals(endEvent));
  }
}
