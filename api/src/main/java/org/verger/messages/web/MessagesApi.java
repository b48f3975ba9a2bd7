package org.verger.messages.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.messages.MessageEntry;
import org.verger.messages.MessageFilter;
import org.verger.messages.MessageLog;
import org.verger.organisation.Area;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** What was sent or held, and why, to whom belongs to the units within reach. */
@RestController
@RequestMapping("/api/v1/messages")
@RunsInRole(RunsInRole.API)
class MessagesApi {

  private final MessageLog log;
  private final Staff staff;

  MessagesApi(MessageLog log, Staff staff) {
    this.log = log;
    this.staff = staff;
  }

  /** A message; the address is masked. */
  record Item(
      String subject,
      String channel,
      String template,
      String status,
      @Nullable String reason,
      Instant at,
      @Nullable Instant heldUntil,
      String language,
      int segments,
      @Nullable String address,
      String body) {

    static Item of(MessageEntry entry) {
      return new Item(
          entry.subjectId(),
          entry.channel(),
          entry.template(),
          entry.status(),
          entry.reason(),
          entry.at(),
          entry.heldUntil(),
          entry.language(),
          entry.segments(),
          entry.address(),
          entry.body());
    }
  }

  /** A part of the list, the latest first. */
  record Items(List<Item> items, @Nullable String next) {}

  @GetMapping
  @PreAuthorize("isAuthenticated()")
  Items list(
      @RequestParam @Nullable String subject,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String template,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<MessageEntry> page =
        log.list(
            filter(subject, status, template, cursor, limit),
            subject == null ? staff.reach(Area.PEOPLE) : staff.reach(subject));
    return new Items(page.items().stream().map(Item::of).toList(), page.next());
  }

  private static MessageFilter filter(
      @Nullable String subject,
      @Nullable String status,
      @Nullable String template,
      @Nullable String cursor,
      int limit) {
    try {
      return new MessageFilter(subject, status, template, cursor, limit);
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of(
          MessageFilter.isStatus(status) ? "cursor" : "status", String.valueOf(wrong.getMessage()));
    }
  }
}
