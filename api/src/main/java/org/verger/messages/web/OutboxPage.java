package org.verger.messages.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.messages.MessageEntry;
import org.verger.messages.MessageFilter;
import org.verger.messages.MessageLog;
import org.verger.messages.Template;
import org.verger.messages.Templates;
import org.verger.organisation.Area;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.pages.Subjects;
import org.verger.paging.Page;
import org.verger.web.Staff;

/** Everything that was sent or held, and why. */
@PageController
@PreAuthorize("isAuthenticated()")
class OutboxPage {

  private static final int AT_ONCE = 50;

  private final MessageLog log;
  private final Staff staff;
  private final Templates templates;
  private final Subjects subjects;

  OutboxPage(MessageLog log, Staff staff, Templates templates, Subjects subjects) {
    this.log = log;
    this.staff = staff;
    this.templates = templates;
    this.subjects = subjects;
  }

  /** What the page is narrowed to; an empty choice restricts nothing. */
  record Choice(
      @Nullable String status,
      @Nullable String template,
      @Nullable String guest,
      @Nullable String cursor) {

    Choice {
      status = MessageFilter.isStatus(status) ? status : null;
      template = blankToNull(template);
      guest = blankToNull(guest);
      cursor = MessageFilter.isCursor(cursor) ? cursor : null;
    }

    boolean restricts() {
      return status != null || template != null || guest != null;
    }

    MessageFilter filter() {
      return new MessageFilter(guest, status, template, cursor, AT_ONCE);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  @GetMapping("/messages")
  String show(
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String template,
      @RequestParam @Nullable String guest,
      @RequestParam @Nullable String cursor,
      HttpServletRequest request,
      Model model) {
    Choice choice = new Choice(status, template, guest, cursor);
    Page<MessageEntry> page =
        log.list(
            choice.filter(),
            choice.guest() == null ? staff.reach(Area.PEOPLE) : staff.reach(choice.guest()));
    model.addAttribute("choice", choice);
    model.addAttribute("restricts", choice.restricts());
    model.addAttribute("page", page);
    model.addAttribute(
        "names",
        subjects.named(
            page.items().stream().map(MessageEntry::subjectId).collect(Collectors.toSet())));
    model.addAttribute("templates", keys());
    return Fragments.view(request, "messages/outbox", "results");
  }

  private List<String> keys() {
    return templates.all().stream().map(Template::key).distinct().toList();
  }

  @Bean
  static NavigationEntry messagesEntry() {
    return NavigationEntry.forEverybody("Messages", "/messages", "message-square-text", 300);
  }
}
