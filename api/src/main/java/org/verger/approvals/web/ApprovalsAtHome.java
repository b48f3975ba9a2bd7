package org.verger.approvals.web;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.approvals.TaskItem;
import org.verger.approvals.TaskList;
import org.verger.deployment.RunsInRole;
import org.verger.money.Money;
import org.verger.pages.Format;
import org.verger.pages.HomeContribution;
import org.verger.pages.HomeList;
import org.verger.pages.HomeTile;
import org.verger.web.Staff;

/** What of the requests waits for somebody today. */
@Component
@RunsInRole(RunsInRole.API)
class ApprovalsAtHome implements HomeContribution {

  private static final int FIRST = 5;

  private final TaskList tasks;
  private final Staff staff;
  private final Format format;

  ApprovalsAtHome(TaskList tasks, Staff staff, Format format) {
    this.tasks = tasks;
    this.staff = staff;
    this.format = format;
  }

  @Override
  public List<HomeTile> tiles() {
    TaskList.Counts counts = staff.find().map(tasks::counts).orElse(new TaskList.Counts(0, 0));
    return List.of(
        new HomeTile(
            90,
            "stamp",
            "violet",
            counts.mine(),
            counts.mine() == 1 ? "request to decide" : "requests to decide",
            counts.overdue() == 0 ? null : counts.overdue() + " overdue",
            "/tasks"));
  }

  @Override
  public List<HomeList> lists() {
    return List.of(
        new HomeList(
            100,
            HomeList.NEEDS_YOU,
            "Nothing is waiting for you. Enjoy the quiet.",
            "/tasks",
            first().stream().map(this::item).toList()));
  }

  private List<TaskItem> first() {
    TaskList.Filter mine = TaskList.Filter.of(TaskList.View.MINE);
    return staff
        .find()
        .map(person -> tasks.list(person, mine).items().stream().limit(FIRST).toList())
        .orElse(List.of());
  }

  private HomeList.Item item(TaskItem task) {
    Instant due = task.dueAt();
    boolean overdue = due != null && format.past(due);
    return new HomeList.Item(
        task.requester(),
        task.title(),
        task.requester() + amount(task) + ", " + format.relative(task.openedAt()),
        overdue ? "Overdue" : null,
        "rose",
        "/tasks/" + task.id());
  }

  private static String amount(TaskItem task) {
    Long amount = task.amount();
    String currency = task.currency();
    return amount == null || currency == null ? "" : ", " + Money.ofMinor(amount, currency).text();
  }
}
