package org.verger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.delegate.JavaDelegate;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.bench.FlowableRecords.Holder;
import org.verger.bench.FlowableRecords.Request;
import org.verger.bench.FlowableRecords.Step;
import org.verger.database.DatabaseLogin;

/**
 * The same chain on Flowable, called in this process. Engine and records share each transaction,
 * and service tasks run in the thread that completes the task before them.
 */
final class FlowableTasks implements TaskSide, TaskCounts, AutoCloseable {

  private static final String TASKS_WITH_REQUESTS =
      """
      SELECT t.* FROM act_ru_task t
      JOIN request r ON r.id = t.category_::uuid
      JOIN person q ON q.id = r.requester_id JOIN unit u ON u.id = r.unit_id
      WHERE t.assignee_ IS NULL AND r.kind = #{kind}
        AND position(#{search} IN lower(r.title || ' ' || q.given_name || ' ' || q.family_name || ' ' || u.name)) > 0
        AND EXISTS (SELECT FROM act_ru_identitylink l
                    WHERE l.task_id_ = t.id_ AND l.type_ = 'candidate' AND l.group_id_ IN (
      """;

  private final HikariDataSource pool;
  private final ProcessEngine engine;
  private final FlowableRecords records;
  private final TransactionTemplate transaction;
  private final UUID leader;
  private final UUID approver;
  private final AtomicInteger number = new AtomicInteger();

  FlowableTasks(DatabaseServer server, String leader, String approver) {
    DatabaseLogin login = server.create("flowable");
    this.pool = login.pool();
    this.records = new FlowableRecords(JdbcClient.create(pool));
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(pool);
    this.transaction = new TransactionTemplate(transactions);
    records.create(login, server.administrator("verger"));
    this.leader = records.person(leader);
    this.approver = records.person(approver);
    this.engine = engine(transactions);
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("flowable/expense-request.bpmn20.xml")
        .deploy();
  }

  /** The approver's id, which is Verger's. */
  UUID approver() {
    return approver;
  }

  private ProcessEngine engine(DataSourceTransactionManager transactions) {
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setDataSource(pool);
    configuration.setTransactionManager(transactions);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.AUDIT);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    configuration.setAsyncExecutorActivate(true);
    Map<Object, Object> delegates = new HashMap<>();
    delegates.put("openStage", (JavaDelegate) this::openStage);
    delegates.put("executeRequest", (JavaDelegate) at -> records.execute(request(at)));
    delegates.put("tellRequester", (JavaDelegate) at -> records.tellRequester(request(at)));
    delegates.put("remindApprovers", (JavaDelegate) FlowableTasks::never);
    delegates.put("escalateSteps", (JavaDelegate) FlowableTasks::never);
    configuration.setBeans(delegates);
    ProcessEngine built = configuration.buildProcessEngine();
    configuration.getAsyncExecutor().start();
    return built;
  }

  private static void never(DelegateExecution at) {
    throw new IllegalStateException("Nothing is due during the run");
  }

  private static UUID request(DelegateExecution at) {
    return UUID.fromString((String) at.getVariable("requestId"));
  }

  // Only the request's id is kept; the rest is needed within the transaction alone.
  private void openStage(DelegateExecution at) {
    Request request = records.lock(request(at));
    if (!request.status().equals("submitted")) {
      at.setTransientVariable("nextStep", request.status());
      return;
    }
    for (Step step : records.steps(request.id())) {
      List<Holder> holders = records.holders(step.role(), request.unit());
      if (holders.stream().anyMatch(holder -> holder.person().equals(request.requester()))) {
        records.skip(request, step);
      } else {
        Instant due = records.ask(request, step, holders);
        Holder group = holders.getFirst();
        at.setTransientVariable("nextStep", "decide");
        at.setTransientVariable("approverGroup", group.role() + "@" + group.unit());
        at.setTransientVariable("stageDueAt", Date.from(due));
        at.setTransientVariable("reminderCycle", "R/PT48H");
        at.setTransientVariable("escalationCycle", "R/PT96H");
        return;
      }
    }
    throw new IllegalStateException("Nobody is left to decide");
  }

  @Override
  public String name() {
    return "Flowable";
  }

  @Override
  public void open(int count) {
    Together.run(IntStream.range(0, count).boxed().toList(), AT_ONCE, each -> ask());
  }

  private void ask() {
    int which = number.incrementAndGet();
    transaction.executeWithoutResult(
        status -> {
          UUID request =
              records.submit(
                  leader, (10 + which % 90) * 100L, "Chairs for payee " + which, "Payee " + which);
          engine
              .getRuntimeService()
              .startProcessInstanceByKey(
                  "expense-request", request.toString(), Map.of("requestId", request.toString()));
        });
  }

  private TaskQuery mine() {
    return engine.getTaskService().createTaskQuery().taskCandidateGroupIn(records.groups(approver));
  }

  @Override
  public int page(int offset) {
    return read(() -> shown(mine().orderByTaskDueDate().asc().listPage(offset, PAGE + 1)));
  }

  @Override
  public int search(String kind, String text) {
    return read(
        () -> {
          List<String> groups = records.groups(approver);
          List<String> names =
              IntStream.range(0, groups.size()).mapToObj(each -> "#{group" + each + "}").toList();
          var query =
              engine
                  .getTaskService()
                  .createNativeTaskQuery()
                  .sql(
                      TASKS_WITH_REQUESTS
                          + String.join(", ", names)
                          + ")) ORDER BY t.due_date_, t.id_")
                  .parameter("kind", kind)
                  .parameter("search", text);
          for (int each = 0; each < groups.size(); each++) {
            query.parameter("group" + each, groups.get(each));
          }
          return shown(query.listPage(0, PAGE + 1));
        });
  }

  // One more than a page tells whether there is another.
  private int shown(List<Task> tasks) {
    return records
        .shown(tasks.stream().limit(PAGE).map(task -> UUID.fromString(task.getCategory())).toList())
        .size();
  }

  @Override
  public int count() {
    return read(
        () -> {
          mine().taskDueBefore(Date.from(Instant.now())).count();
          return (int) mine().count();
        });
  }

  private int read(java.util.function.Supplier<Integer> work) {
    return transaction.<Integer>execute(status -> work.get());
  }

  @Override
  public List<String> tasks(int count) {
    return mine().orderByTaskDueDate().asc().listPage(0, count).stream().map(Task::getId).toList();
  }

  @Override
  public boolean approve(String id) {
    return transaction.<Boolean>execute(
        status -> {
          Task task = mine().taskId(id).singleResult();
          if (task == null) {
            return false;
          }
          Request request = records.lock(UUID.fromString(task.getCategory()));
          if (!records.mayDecide(request, approver)) {
            return false;
          }
          records.approve(request, records.steps(request.id()).getLast(), approver);
          engine.getTaskService().complete(id);
          return true;
        });
  }

  @Override
  public long released() {
    return records.payouts();
  }

  @Override
  public void settle() {
    // The transaction that decides is the one that releases.
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }
}
