package org.verger.approvals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.events.ProposeEvent;
import org.verger.expenses.AskForMoney;
import org.verger.expenses.BudgetLines;
import org.verger.money.Money;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.roles.AskForRole;
import org.verger.tenants.CreateTenant;
import org.verger.testing.Church;
import org.verger.testing.TestDatabase;
import org.verger.testing.Tree;

/**
 * A church with a tree of units, its people by what they do, and an engine that is played: what it
 * would ask the workers is asked here, and its tasks are written where its exporter writes them.
 */
final class Congregation {

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final AtomicLong KEYS = new AtomicLong(1_000_000);

  final Church church;
  final Tree tree;
  private final ApplicationContext context;
  private final Map<String, PersonId> people = new LinkedHashMap<>();
  private final Map<RequestId, Integer> rounds = new LinkedHashMap<>();
  private final JdbcClient engine;

  Congregation(ApplicationContext context) {
    this.context = context;
    church =
        Church.create(
            "flock-" + NUMBER.incrementAndGet(),
            bean(CreateTenant.class),
            bean(JdbcClient.class),
            bean(TransactionTemplate.class));
    tree = Tree.plant(church, bean(Units.class), bean(People.class));
    engine =
        JdbcClient.create(new DriverManagerDataSource(bean(TestDatabase.class).superuserUrl()));
    church.run(
        () -> {
          for (String currency : List.of("USD", "EUR", "GBP", "CHF")) {
            bean(BudgetLines.class)
                .keep(
                    tree.downtown().id(),
                    "outreach-" + currency.toLowerCase(java.util.Locale.ROOT),
                    "Outreach",
                    Money.ofMinor(2_000_000, currency));
          }
        });
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** One holder of each role in the line from the nation down to a group. */
  Congregation complete() {
    person("group-leader", Role.GROUP_LEADER, tree.groupA());
    person("campus-leader", Role.CAMPUS_LEADER, tree.downtown());
    person("regional-director", Role.REGIONAL_DIRECTOR, tree.north());
    person("national-director", Role.NATIONAL_DIRECTOR, tree.nation());
    person("finance-director", Role.FINANCE_DIRECTOR, tree.nation());
    person("member", Role.MEMBER, tree.groupA());
    return this;
  }

  PersonId person(String name, Role role, Unit unit) {
    PersonId person =
        people.computeIfAbsent(
            name,
            known ->
                church.call(
                    () ->
                        bean(People.class)
                            .create(
                                new NewPerson(
                                    known, "Test", known + "@test.example", null, "en"))));
    church.run(() -> bean(People.class).assign(person, role, unit.id()));
    return person;
  }

  PersonId who(String name) {
    return Objects.requireNonNull(people.get(name), name);
  }

  void leave(String name) {
    church.update("UPDATE person SET active = false WHERE id = ?", who(name).value());
  }

  RequestId money(String requester, String amount, String currency, String payee) {
    return church.call(
        () ->
            bean(AskForMoney.class)
                .ask(
                    who(requester),
                    new AskForMoney.Wanted(
                        new BigDecimal(amount),
                        currency,
                        "Chairs",
                        "outreach-" + currency.toLowerCase(java.util.Locale.ROOT),
                        payee)));
  }

  RequestId role(String requester, String person, Role role, Unit unit) {
    return church.call(
        () ->
            bean(AskForRole.class)
                .ask(who(requester), new AskForRole.Wanted(who(person), role, unit.id(), null)));
  }

  RequestId event(String requester, Unit unit) {
    var now = bean(Clock.class).instant();
    return church.call(
        () ->
            bean(ProposeEvent.class)
                .propose(
                    who(requester),
                    new ProposeEvent.Wanted(
                        unit.id(),
                        "Picnic",
                        null,
                        null,
                        now.plus(Duration.ofDays(30)),
                        now.plus(Duration.ofDays(31)))));
  }

  /** What the engine asks next, with its tasks where the exporter writes them. */
  OpenStage.Next next(RequestId request) {
    OpenStage.Next next =
        church.call(() -> bean(OpenStage.class).next(request, rounds.get(request)));
    endTasks(request);
    rounds.put(
        request,
        switch (next) {
          case OpenStage.Next.Decide decide -> {
            decide.steps().forEach(step -> openTask(request, step));
            yield decide.round();
          }
          case OpenStage.Next.Change change -> change.round();
          case OpenStage.Next.Approved approved -> approved.round();
          case OpenStage.Next.Over over -> over.round();
        });
    return next;
  }

  private void openTask(RequestId request, Step step) {
    long key = KEYS.addAndGet(10);
    engine
        .sql(
            """
            INSERT INTO engine.process_instance
              (key, definition_key, process_id, version, state, tenant_id, subject_id, started_at)
            VALUES (:key, 1, 'approval-chain', 1, 'active', :tenant, :request, now());
            INSERT INTO engine.user_task
              (key, process_instance_key, element_instance_key, process_id, element_id, tenant_id,
               subject_id, candidate_groups, state, created_at)
            VALUES (:key + 1, :key, :key + 2, 'approval-chain', 'Task_DecideStep', :tenant,
                    :request, :groups, 'open', now());
            INSERT INTO engine.variable (process_instance_key, scope_key, name, value)
            VALUES (:key, :key + 2, 'stepId', to_jsonb(:step::text))
            """)
        .param("key", key)
        .param("tenant", church.id().value())
        .param("request", request.toString())
        .param("groups", step.groupNames().toArray(String[]::new))
        .param("step", step.id().toString())
        .update();
  }

  private void endTasks(RequestId request) {
    engine
        .sql("UPDATE engine.user_task SET state = 'completed' WHERE subject_id = ?")
        .param(request.toString())
        .update();
  }

  /** The steps that wait now; empty when nothing is to be decided. */
  List<Step> open(RequestId request) {
    return next(request) instanceof OpenStage.Next.Decide decide ? decide.steps() : List.of();
  }

  /** Those who may decide the step, by name. */
  List<String> deciders(Step step) {
    return people.keySet().stream().filter(name -> mayDecide(name, step)).sorted().toList();
  }

  boolean mayDecide(String name, Step step) {
    return church.call(
        () ->
            bean(Authority.class).of(bean(Requests.class).require(step.request()), step, who(name))
                instanceof Authority.Standing.Allowed);
  }

  DecideStep.Outcome decide(String name, Step step, Decision decision) {
    return decide(name, step, decision, decision == Decision.APPROVE ? null : "Because");
  }

  DecideStep.Outcome decide(String name, Step step, Decision decision, @Nullable String comment) {
    return church.call(
        () ->
            bean(DecideStep.class)
                .decide(
                    new DecideStep.Ballot(step.id(), who(name), decision, comment, null, "test")));
  }

  /**
   * Lets everybody who is asked say yes, and tells the way: the steps' deciders, {@code +} between
   * those who may decide one step, {@code &} between steps that wait side by side, then the status.
   */
  String walk(RequestId request) {
    List<String> way = new ArrayList<>();
    for (List<Step> open = open(request); !open.isEmpty(); open = open(request)) {
      way.add(
          String.join(" & ", open.stream().map(step -> String.join("+", deciders(step))).toList()));
      if (open.stream().anyMatch(step -> deciders(step).isEmpty())) {
        way.set(way.size() - 1, "nobody");
        break;
      }
      open.forEach(step -> decide(deciders(step).getFirst(), step, Decision.APPROVE));
    }
    way.add(status(request));
    return String.join(" > ", way);
  }

  String status(RequestId request) {
    return request(request).status().code();
  }

  Request request(RequestId request) {
    return church.call(() -> bean(Requests.class).require(request));
  }

  List<String> audit(RequestId request) {
    return church.call(
        () ->
            bean(org.verger.audit.Audit.class).of(request.toString()).stream()
                .map(org.verger.audit.AuditEntry::action)
                .toList());
  }

  /** Minor units. */
  long left(String currency) {
    return church.count(
        """
        SELECT l.amount - coalesce((SELECT sum(h.amount) FROM budget_hold h
                                    WHERE h.line_id = l.id AND h.state <> 'freed'), 0)
        FROM budget_line l WHERE l.currency = ?
        """,
        currency);
  }
}
