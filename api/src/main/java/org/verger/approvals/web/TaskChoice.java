package org.verger.approvals.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verger.approvals.TaskList;
import org.verger.web.Given;

/**
 * What the list of tasks is narrowed to, as its address says; what cannot be read counts as not
 * said.
 *
 * @param kind of requests, or of a section of another feature; empty for all
 * @param cursor where the page starts; empty for the first
 */
record TaskChoice(
    @Nullable String view,
    @Nullable String kind,
    @Nullable String search,
    @Nullable String sort,
    @Nullable String cursor) {

  private static final int AT_ONCE = 30;

  TaskChoice {
    view = code(TaskList.View.said(view));
    kind = Given.text(kind);
    search = Given.text(search);
    sort = code(TaskList.Order.said(sort));
    cursor = Given.text(cursor);
  }

  /** Which of the lists. */
  TaskList.View list() {
    return TaskList.View.said(view);
  }

  /** Whether something is left out that the view would show. */
  public boolean narrows() {
    return !Given.text(kind).isEmpty() || !Given.text(search).isEmpty();
  }

  /** Whether what is listed can be decided from the list. */
  public boolean decidable() {
    return list() == TaskList.View.MINE || list() == TaskList.View.OVERDUE;
  }

  TaskList.Filter filter() {
    return new TaskList.Filter(
        list(),
        Given.optional(kind),
        Given.optional(search),
        TaskList.Order.said(sort),
        Given.optional(cursor),
        AT_ONCE);
  }

  private static String code(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
