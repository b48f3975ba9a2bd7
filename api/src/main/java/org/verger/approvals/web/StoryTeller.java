package org.verger.approvals.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.audit.AuditEntry;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.requests.PersonChoice;

/** Tells what happened to a request in sentences; the page, the CSV and the PDF tell the same. */
@Component
@RunsInRole(RunsInRole.API)
class StoryTeller {

  private final RequestDetails details;
  private final PersonChoice people;

  StoryTeller(RequestDetails details, PersonChoice people) {
    this.details = details;
    this.people = people;
  }

  /**
   * The story from the beginning, for somebody who may see the request.
   *
   * @throws org.verger.approvals.UnknownRequestException when there is none, or not for this person
   */
  List<StoryLine> tell(RequestId id, PersonId person) {
    return details.story(id, person).stream().map(this::tell).toList();
  }

  private StoryLine tell(AuditEntry entry) {
    Detail detail = new Detail(entry);
    return switch (entry.action()) {
      case "approvals-submitted" ->
          told(detail, "send", "%s asked for it".formatted(detail.who()), detail.text("title"));
      case "approvals-resubmitted" ->
          told(
              detail,
              "send",
              "%s changed it and sent it again".formatted(detail.who()),
              detail.text("title"));
      case "approvals-decided" ->
          told(detail, icon(detail), decided(detail), detail.text("comment"));
      case "approvals-commented" ->
          told(detail, "message-circle", detail.who() + " left a remark", detail.text("comment"));
      case "approvals-reassigned" ->
          told(detail, "user-check", reassigned(detail), detail.text("reason"));
      case "approvals-decision-refused" ->
          told(
              detail,
              "shield-check",
              detail.who() + " tried to decide it and was refused",
              detail.text("reason"));
      default -> deed(detail);
    };
  }

  private static StoryLine deed(Detail detail) {
    return switch (detail.entry().action()) {
      case "approvals-withdrawn" -> told(detail, "undo-2", detail.who() + " withdrew it", null);
      case "approvals-attached" ->
          told(detail, "paperclip", detail.who() + " added the file " + detail.text("name"), null);
      case "approvals-claimed" -> told(detail, "user-check", detail.who() + " took it on", null);
      case "approvals-released" ->
          told(detail, "user-check", detail.who() + " gave it back to all who may decide", null);
      case "approvals-retried" ->
          told(detail, "rotate-cw", detail.who() + " had it tried again", null);
      case "expenses-paid" -> told(detail, "banknote", paid(detail), null);
      default -> technical(detail);
    };
  }

  // Nobody did these: a clock, a table or the engine.
  private static StoryLine technical(Detail detail) {
    return switch (detail.entry().action()) {
      case "approvals-asked" -> happened(detail, "inbox", asked(detail));
      case "approvals-step-counted" -> happened(detail, "check", counted(detail));
      case "approvals-vacant" ->
          happened(
              detail,
              "circle-alert",
              "Nobody who may decide holds the role of %s, or one above it; somebody has to be appointed"
                  .formatted(detail.role("step")));
      case "approvals-approved" -> happened(detail, "circle-check", "All have said yes");
      case "approvals-executed" -> happened(detail, "circle-check", executed(detail));
      case "approvals-reminded" ->
          happened(
              detail,
              "clock",
              "Those who decide as %s were reminded".formatted(detail.role("step")));
      case "approvals-escalated" ->
          happened(
              detail,
              "arrow-up",
              "Nobody had answered as %s, so it was put to the %s too"
                  .formatted(detail.role("step"), detail.role("to")));
      case "approvals-task-completed-outside" ->
          happened(
              detail,
              "circle-alert",
              "The engine lost the task of the %s without a decision, and it was put to them again"
                  .formatted(detail.role("step")));
      default -> happened(detail, "info", words(detail.entry()));
    };
  }

  private static String decided(Detail detail) {
    String verb =
        switch (detail.text("decision")) {
          case "approve" -> "approved it";
          case "decline" -> "declined it";
          default -> "sent it back for changes";
        };
    String way =
        switch (detail.text("route")) {
          case "link" -> ", by the link of a notice";
          case "bulk" -> ", together with other tasks";
          case "api" -> ", by another program";
          default -> "";
        };
    return "%s %s as %s%s".formatted(detail.whoForWhom(), verb, detail.role("step"), way);
  }

  private static String icon(Detail detail) {
    return switch (detail.text("decision")) {
      case "approve" -> "check";
      case "decline" -> "x";
      default -> "undo-2";
    };
  }

  private String reassigned(Detail detail) {
    return "%s gave the decision of the %s to %s alone"
        .formatted(detail.who(), detail.role("step"), name(detail.text("to")));
  }

  private String name(String id) {
    try {
      return people.nameOf(UUID.fromString(id));
    } catch (IllegalArgumentException noId) {
      return "somebody";
    }
  }

  private static String asked(Detail detail) {
    String asked = "It was put to the " + detail.role("of");
    return detail.text("step").equals(detail.text("of"))
        ? asked
        : asked + ", because nobody else can decide as " + detail.role("step");
  }

  private static String counted(Detail detail) {
    return detail.text("why").equals("submitted")
        ? "The word of the %s was not needed: %s holds that role and asked for it"
            .formatted(detail.role("step"), detail.who())
        : "The word of the %s was not needed: %s had said yes before"
            .formatted(detail.role("step"), detail.who());
  }

  private static String executed(Detail detail) {
    return switch (detail.text("status")) {
      case "released" -> "The money was released for payment";
      case "assigned" -> "The role was given";
      case "published" -> "The event was published";
      default -> "What was asked for was done";
    };
  }

  private static String paid(Detail detail) {
    String reference = detail.text("reference");
    return "%s paid it by %s%s"
        .formatted(
            detail.who(),
            detail.text("method"),
            reference.isEmpty() ? "" : ", reference " + reference);
  }

  // An action that came later than this class.
  private static String words(AuditEntry entry) {
    String words = entry.action().replaceFirst("^[a-z]+-", "").replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static StoryLine told(
      Detail detail, String icon, String sentence, @Nullable String said) {
    String words = said == null || said.isBlank() ? null : said;
    return new StoryLine(detail.entry(), icon, sentence, words, detail.shown(), false);
  }

  private static StoryLine happened(Detail detail, String icon, String sentence) {
    return new StoryLine(detail.entry(), icon, sentence, null, Map.of(), true);
  }

  /** Reads an entry. */
  private record Detail(AuditEntry entry) {

    String text(String key) {
      Object value = entry.detail().get(key);
      return value == null ? "" : value.toString().strip();
    }

    String role(String key) {
      return new Role(text(key)).words().toLowerCase(Locale.ROOT);
    }

    String who() {
      String person = entry.person();
      return person == null ? "The system" : person;
    }

    String whoForWhom() {
      return entry.onBehalf() == null ? who() : who() + ", in place of " + entry.onBehalf() + ",";
    }

    Map<String, String> shown() {
      Map<String, String> shown = new LinkedHashMap<>();
      if (entry.detail().get("shown") instanceof Map<?, ?> facts) {
        facts.forEach((label, value) -> shown.put(String.valueOf(label), String.valueOf(value)));
      }
      return shown;
    }
  }
}
