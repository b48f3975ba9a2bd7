package org.verger.approvals.web;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.ApprovalSettings;
import org.verger.deployment.RunsInRole;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** What the church has set for its chains. */
@RestController
@RequestMapping("/api/v1/approval-settings")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ApprovalSettingsApi {

  private final ApprovalSettings settings;
  private final Staff staff;

  ApprovalSettingsApi(ApprovalSettings settings, Staff staff) {
    this.settings = settings;
    this.staff = staff;
  }

  /**
   * The settings.
   *
   * @param digestTime as in 08:00, of the church's clock
   */
  record Settings(
      int reminderHours,
      int escalationHours,
      int boardQuorum,
      int splitDays,
      @Nullable String digestTime,
      int linkHours) {

    static Settings of(ApprovalSettings.Values values) {
      return new Settings(
          (int) values.reminder().toHours(),
          (int) values.escalation().toHours(),
          values.boardQuorum(),
          values.splitDays(),
          values.digestTime().toString(),
          (int) values.linkLifetime().toHours());
    }

    ApprovalSettings.Values values() {
      return new ApprovalSettings.Values(
          Duration.ofHours(reminderHours),
          Duration.ofHours(escalationHours),
          boardQuorum,
          splitDays,
          time(digestTime),
          Duration.ofHours(linkHours));
    }

    static LocalTime time(@Nullable String text) {
      try {
        return LocalTime.parse(Given.text(text));
      } catch (DateTimeParseException none) {
        throw InvalidInputException.of("digestTime", "Give a time of the day, as in 08:00");
      }
    }
  }

  @GetMapping
  Settings show() {
    staff.person();
    return Settings.of(settings.current());
  }

  /** Sets all of them; for those who look after the whole church's system. */
  @PutMapping
  Settings change(@RequestBody Settings wanted) {
    settings.change(staff.person(), wanted.values());
    return Settings.of(settings.current());
  }
}
