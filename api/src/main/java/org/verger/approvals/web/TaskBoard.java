package org.verger.approvals.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.verger.approvals.RequestKinds;
import org.verger.approvals.TaskItem;
import org.verger.approvals.TaskList;
import org.verger.approvals.TaskNews;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.pages.TaskSection;
import org.verger.paging.Page;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Everything that waits for whoever is signed in: requests, and what other features add. */
@Component
@RunsInRole(RunsInRole.API)
class TaskBoard {

  private static final Page<TaskItem> NOTHING = new Page<>(List.of(), null);

  private final TaskList tasks;
  private final TaskNews news;
  private final RequestKinds kinds;
  private final List<TaskSection> sections;
  private final Staff staff;

  TaskBoard(
      TaskList tasks, TaskNews news, RequestKinds kinds, List<TaskSection> sections, Staff staff) {
    this.tasks = tasks;
    this.news = news;
    this.kinds = kinds;
    this.sections = sections;
    this.staff = staff;
  }

  /**
   * One of the lists.
   *
   * @param count how many are in it; null where nobody counts them
   */
  record Tab(String view, @org.jspecify.annotations.Nullable Long count) {}

  /** The list for the page. */
  void show(TaskChoice choice, Model model) {
    PersonId person = staff.person();
    // Before the tasks: what comes in between shows the list once more, and is not missed.
    model.addAttribute("version", news.version());
    List<TaskSection.Found> others = sections(choice);
    Page<TaskItem> page = isOfASection(choice) ? NOTHING : tasks.list(person, choice.filter());
    List<TaskSection.Found> shown =
        choice.decidable() && Given.text(choice.cursor()).isEmpty()
            ? others.stream().filter(found -> !found.items().isEmpty()).toList()
            : List.of();
    model.addAttribute("choice", choice);
    model.addAttribute("tabs", tabs(tasks.counts(person), others));
    model.addAttribute("tasks", page);
    model.addAttribute("sections", shown);
    model.addAttribute("nothing", page.items().isEmpty() && shown.isEmpty());
    model.addAttribute(
        "kinds",
        Stream.concat(kinds.codes().stream(), sections.stream().map(TaskSection::kind)).toList());
  }

  private List<TaskSection.Found> sections(TaskChoice choice) {
    TaskSection.Wanted wanted =
        new TaskSection.Wanted(choice.list() == TaskList.View.OVERDUE, Given.text(choice.search()));
    return sections.stream()
        .filter(
            section ->
                Given.text(choice.kind()).isEmpty()
                    || Objects.equals(section.kind(), choice.kind()))
        .map(section -> section.find(wanted))
        .toList();
  }

  private boolean isOfASection(TaskChoice choice) {
    return sections.stream().anyMatch(section -> section.kind().equals(choice.kind()));
  }

  private static List<Tab> tabs(TaskList.Counts counts, List<TaskSection.Found> others) {
    long open = others.stream().mapToLong(TaskSection.Found::open).sum();
    long overdue = others.stream().mapToLong(TaskSection.Found::overdue).sum();
    return Stream.of(
            TaskList.View.MINE, TaskList.View.OVERDUE, TaskList.View.TEAM, TaskList.View.DONE)
        .map(
            view ->
                new Tab(
                    view.name().toLowerCase(Locale.ROOT),
                    switch (view) {
                      case MINE -> counts.mine() + open;
                      case OVERDUE -> counts.overdue() + overdue;
                      case TEAM, DONE -> null;
                    }))
        .toList();
  }
}
