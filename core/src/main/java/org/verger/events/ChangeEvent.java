package org.verger.events;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.Fields;

/** Changes what is said of an event; who holds it stays. */
@Component
public class ChangeEvent {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_TEXT = 4000;

  private final JdbcClient jdbc;
  private final EventList events;
  private final Access access;
  private final Audit audit;

  ChangeEvent(JdbcClient jdbc, EventList events, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.events = events;
    this.access = access;
    this.audit = audit;
  }

  /** What is to be said of it; what is null was left out or could not be read. */
  public record Wanted(
      @Nullable String title,
      @Nullable String description,
      @Nullable String place,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt) {}

  /**
   * Changes it.
   *
   * @param expected the version that was read; null for any
   * @throws UnknownEventException when there is none that {@code by} may see
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over events
   *     there
   * @throws ChangedMeanwhileException when it has changed since
   * @throws EventProposedException when it still waits for those who decide
   * @throws org.verger.validation.InvalidInputException when a field is wrong; it names all that
   *     are
   */
  @Transactional
  public void change(PersonId by, UUID id, @Nullable Integer expected, Wanted wanted) {
    jdbc.sql("SELECT id FROM event WHERE id = ? FOR UPDATE").param(id).query(UUID.class).optional();
    Event before = events.require(id, access.reachOf(by, Area.EVENTS));
    access.require(by, Area.EVENTS, before.unit());
    if (expected != null && expected != before.version()) {
      throw new ChangedMeanwhileException();
    }
    if (before.proposed()) {
      throw new EventProposedException();
    }
    Checked checked = check(wanted);
    update(id, checked);
    audit.record("events-changed", id.toString(), by.value(), changed(before, checked));
  }

  private record Checked(
      String title,
      @Nullable String description,
      @Nullable String place,
      Instant startsAt,
      Instant endsAt) {}

  private static Checked check(Wanted wanted) {
    Fields fields = new Fields();
    String title =
        fields.required(
            "title", wanted.title(), LONGEST_LINE, "Give the event a name of at most 200 letters");
    String place = fields.text("place", wanted.place(), LONGEST_LINE);
    String description = fields.text("description", wanted.description(), LONGEST_TEXT);
    Instant starts = wanted.startsAt();
    Instant ends = wanted.endsAt();
    if (starts == null) {
      fields.wrong("startsAt", "Say when it begins");
    }
    if (ends == null) {
      fields.wrong("endsAt", "Say when it ends");
    } else if (starts != null && !ends.isAfter(starts)) {
      fields.wrong("endsAt", "Choose an end that lies after the beginning");
    }
    fields.check();
    return new Checked(
        title, description, place, Objects.requireNonNull(starts), Objects.requireNonNull(ends));
  }

  private void update(UUID id, Checked checked) {
    jdbc.sql(
            """
            UPDATE event SET title = ?, description = ?, place = ?, starts_at = ?, ends_at = ?,
              version = version + 1
            WHERE id = ?
            """)
        .param(checked.title())
        .param(checked.description())
        .param(checked.place())
        .param(Timestamp.from(checked.startsAt()))
        .param(Timestamp.from(checked.endsAt()))
        .param(id)
        .update();
  }

  private static Map<String, Object> changed(Event before, Checked after) {
    Map<String, Object> changed = new LinkedHashMap<>();
    put(changed, "title", before.title(), after.title());
    put(changed, "place", before.place(), after.place());
    put(changed, "startsAt", before.startsAt(), after.startsAt());
    put(changed, "endsAt", before.endsAt(), after.endsAt());
    put(changed, "description", before.description(), after.description());
    return changed;
  }

  private static void put(
      Map<String, Object> changed, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changed.put(field, Map.of("before", String.valueOf(before), "after", String.valueOf(after)));
    }
  }
}
