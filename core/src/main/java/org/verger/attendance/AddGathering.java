package org.verger.attendance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Writes down a gathering. */
@Component
public class AddGathering {

  private final JdbcClient jdbc;
  private final GatheringCheck check;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  AddGathering(JdbcClient jdbc, GatheringCheck check, Access access, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.check = check;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes it down.
   *
   * @throws InvalidInputException when a field is wrong, or it was written down before
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over events
   *     there
   */
  @Transactional
  public UUID add(PersonId by, NewGathering given) {
    GatheringCheck.Checked checked = check.check(given);
    access.require(by, Area.EVENTS, checked.unit());
    UUID id = UUID.randomUUID();
    if (!insert(id, checked)) {
      throw InvalidInputException.of(
          "name", "There is one with this name at that unit, day and time already");
    }
    audit.record(
        "attendance-gathering-added",
        id.toString(),
        by.value(),
        Map.of("name", checked.name(), "heldOn", checked.heldOn().toString()));
    return id;
  }

  private boolean insert(UUID id, GatheringCheck.Checked checked) {
    NewGathering given = checked.given();
    return jdbc.sql(
                """
                INSERT INTO gathering (id, unit_id, group_id, event_id, name, held_on, starts_at,
                  headcount, note, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .param(id)
            .param(checked.unit().value())
            .param(given.group())
            .param(given.event())
            .param(checked.name())
            .param(checked.heldOn())
            .param(given.startsAt())
            .param(given.headcount())
            .param(checked.note())
            .param(Timestamp.from(clock.instant()))
            .update()
        > 0;
  }
}
