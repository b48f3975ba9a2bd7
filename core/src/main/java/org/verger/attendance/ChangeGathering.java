package org.verger.attendance;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Puts right what was written down of a gathering. */
@Component
public class ChangeGathering {

  private final JdbcClient jdbc;
  private final Gatherings gatherings;
  private final GatheringCheck check;
  private final Access access;
  private final Audit audit;

  ChangeGathering(
      JdbcClient jdbc, Gatherings gatherings, GatheringCheck check, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.gatherings = gatherings;
    this.check = check;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Changes it.
   *
   * @param expected the version that was read; null for any
   * @throws UnknownGatheringException when there is none within reach of {@code by}
   * @throws ChangedMeanwhileException when it has changed since
   * @throws InvalidInputException when a field is wrong, or it is then the same as another one
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over events at
   *     the new unit
   */
  @Transactional
  public void change(PersonId by, UUID id, @Nullable Integer expected, NewGathering given) {
    Gathering before = gatherings.lock(id, access.reachOf(by, Area.EVENTS));
    if (expected != null && expected != before.version()) {
      throw new ChangedMeanwhileException();
    }
    GatheringCheck.Checked checked = check.check(given);
    access.require(by, Area.EVENTS, checked.unit());
    update(id, checked);
    audit.record(
        "attendance-gathering-changed",
        id.toString(),
        by.value(),
        Map.of("name", checked.name(), "heldOn", checked.heldOn().toString()));
  }

  private void update(UUID id, GatheringCheck.Checked checked) {
    NewGathering given = checked.given();
    try {
      jdbc.sql(
              """
              UPDATE gathering SET unit_id = ?, group_id = ?, event_id = ?, name = ?, held_on = ?,
                starts_at = ?, headcount = ?, note = ?, version = version + 1
              WHERE id = ?
              """)
          .param(checked.unit().value())
          .param(given.group())
          .param(given.event())
          .param(checked.name())
          .param(checked.heldOn())
          .param(given.startsAt())
          .param(given.headcount())
          .param(checked.note())
          .param(id)
          .update();
    } catch (DuplicateKeyException same) {
      throw InvalidInputException.of(
          "name", "There is one with this name at that unit, day and time already");
    }
  }
}
