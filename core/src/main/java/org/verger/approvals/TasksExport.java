package org.verger.approvals;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.money.Money;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** The requests that wait for somebody, or that they decided, as a file. */
@Component
class TasksExport implements ExportedList {

  private final TaskList tasks;

  TasksExport(TaskList tasks) {
    this.tasks = tasks;
  }

  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public @Nullable Area area() {
    return null;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Task",
        "Kind",
        "Asked by",
        "Unit",
        "Amount",
        "Currency",
        "Since",
        "Due",
        "Taken by",
        "On behalf of",
        "Decision",
        "Decided");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    tasks.each(reader, filter(new Parameters(filter)), task -> rows.add(cells(task)));
  }

  // As on the page, a view or an order that there is not counts as not said.
  private static TaskList.Filter filter(Parameters given) {
    return new TaskList.Filter(
        TaskList.View.said(given.text("view")),
        given.text("kind"),
        given.text("search"),
        TaskList.Order.said(given.text("sort")),
        null,
        1);
  }

  private static List<@Nullable Object> cells(TaskItem task) {
    return Arrays.asList(
        task.title(),
        task.kind(),
        task.requester(),
        task.unit(),
        amount(task),
        task.currency(),
        task.openedAt(),
        task.dueAt(),
        task.claimedBy(),
        task.onBehalf(),
        task.decision(),
        task.decidedAt());
  }

  private static @Nullable BigDecimal amount(TaskItem task) {
    Long amount = task.amount();
    String currency = task.currency();
    return amount == null || currency == null ? null : Money.ofMinor(amount, currency).amount();
  }
}
