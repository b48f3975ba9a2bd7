package org.verger.approvals.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.RequestDetails;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Role;

/** How people call what the records know by a code; templates ask it as {@code
 * @requestWords}. */
@Component("requestWords")
@RunsInRole(RunsInRole.API)
public class Words {

  /** A status. */
  public String status(String code) {
    return switch (code) {
      case "submitted" -> "Being decided";
      case "returned" -> "Sent back to you";
      case "approved" -> "Approved, being carried out";
      case "released" -> "Money released";
      case "assigned" -> "Role given";
      case "published" -> "Event published";
      case "declined" -> "Declined";
      case "withdrawn" -> "Withdrawn";
      default -> code.replace('-', ' ');
    };
  }

  /** The tint of a status. */
  public String tint(String code) {
    return switch (code) {
      case "submitted" -> "sky";
      case "returned" -> "amber";
      case "approved", "released", "assigned", "published" -> "green";
      case "declined" -> "rose";
      default -> "stone";
    };
  }

  /** The icon of a kind. */
  public String icon(String kind) {
    return switch (kind) {
      case "expense" -> "banknote";
      case "role" -> "user-check";
      case "event" -> "calendar-days";
      default -> "inbox";
    };
  }

  /** A role. */
  public String role(String code) {
    return new Role(code).words();
  }

  /** What became of a step, in a sentence. */
  public String standing(RequestDetails.StepView step) {
    String who = String.join(" or ", step.who());
    return switch (step.state()) {
      case "waiting" -> "To come";
      case "open" -> open(step, who);
      case "approved" -> step.quorum() > 1 ? "Approved" : "Approved by " + who;
      case "skipped" -> "Not needed: it counts as said by " + who;
      case "declined" -> who.isEmpty() ? "Declined" : "Declined by " + who;
      case "returned" -> who.isEmpty() ? "Sent back" : "Sent back by " + who;
      default -> "Not asked any more";
    };
  }

  private static String open(RequestDetails.StepView step, String who) {
    if (step.who().isEmpty()) {
      return "Waits until somebody is appointed";
    }
    String claimed = step.claimedBy();
    if (claimed != null) {
      return "With " + claimed;
    }
    return step.quorum() > 1
        ? "%d of %d votes are in; %d are needed"
            .formatted(step.votes().size(), step.who().size(), step.quorum())
        : "With " + who;
  }

  /** Since when it is so; null when nobody needs to know. */
  public @Nullable Instant since(RequestDetails.StepView step) {
    return step.state().equals("waiting") || step.state().equals("ended") ? null : step.since();
  }

  /** As {@link #status}, for somebody else than the requester. */
  public String statusForOthers(String code) {
    return code.equals("returned") ? "Sent back to the requester" : status(code);
  }

  /** A size of a file: "120 KB". */
  public String size(long bytes) {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024);
  }
}
