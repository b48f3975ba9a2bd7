package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** What the church has set for its chains. */
@Component
public class ApprovalSettings {

  private static final long MOST_HOURS = 8784;

  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;

  ApprovalSettings(JdbcClient jdbc, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
  }

  /**
   * The settings; those of a step count from when it is opened.
   *
   * @param boardQuorum how many of the board have to say yes
   * @param splitDays within how many days requests of one person to one payee count together
   * @param digestTime when the day's e-mail goes out, in the church's time
   * @param linkLifetime how long a link in a notice can be used
   */
  public record Values(
      Duration reminder,
      Duration escalation,
      int boardQuorum,
      int splitDays,
      LocalTime digestTime,
      Duration linkLifetime) {}

  /** What is set at present. */
  @Transactional(readOnly = true)
  public Values current() {
    return jdbc.sql("SELECT * FROM approval_setting").query(ApprovalSettings::read).single();
  }

  /**
   * Changes them; times are kept in whole hours.
   *
   * @throws org.verger.organisation.NotAllowedException when {@code by} does not look after the
   *     whole church's system
   * @throws InvalidInputException naming all that make no sense
   */
  @Transactional
  public void change(PersonId by, Values values) {
    access.requireEverywhere(by, Area.SYSTEM);
    check(values);
    jdbc.sql(
            """
            UPDATE approval_setting SET reminder_hours = ?, escalation_hours = ?,
              board_quorum = ?, split_days = ?, digest_time = ?, link_hours = ?
            """)
        .params(
            values.reminder().toHours(),
            values.escalation().toHours(),
            values.boardQuorum(),
            values.splitDays(),
            values.digestTime(),
            values.linkLifetime().toHours())
        .update();
    audit.record(
        "approvals-settings-changed", "approvals", by.value(), Map.of("now", values.toString()));
  }

  private static void check(Values values) {
    List<FieldError> errors = new ArrayList<>();
    within(errors, "reminder", values.reminder().toHours(), 1, MOST_HOURS, "hours");
    within(errors, "escalation", values.escalation().toHours(), 1, MOST_HOURS, "hours");
    within(errors, "boardQuorum", values.boardQuorum(), 1, 99, "votes");
    within(errors, "splitDays", values.splitDays(), 0, 366, "days");
    within(errors, "linkLifetime", values.linkLifetime().toHours(), 1, 720, "hours");
    if (values.escalation().compareTo(values.reminder()) <= 0) {
      errors.add(new FieldError("escalation", "Choose a time after the reminder"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private static void within(
      List<FieldError> errors, String field, long value, long least, long most, String what) {
    if (value < least || value > most) {
      errors.add(new FieldError(field, "Give %d to %,d %s".formatted(least, most, what)));
    }
  }

  private static Values read(ResultSet row, int number) throws SQLException {
    return new Values(
        Duration.ofHours(row.getInt("reminder_hours")),
        Duration.ofHours(row.getInt("escalation_hours")),
        row.getInt("board_quorum"),
        row.getInt("split_days"),
        row.getObject("digest_time", LocalTime.class),
        Duration.ofHours(row.getInt("link_hours")));
  }
}
