package org.verger.groups;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.organisation.UnknownUnitException;
import org.verger.validation.InvalidInputException;

/** The rows of groups; each belongs to the transaction that is open. */
@Component
class GroupRecords {

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  GroupRecords(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** A group as far as its changes need it. */
  record Stored(UnitId unit, int version) {}

  /**
   * The group, which nobody else can change until the transaction ends.
   *
   * @throws UnknownGroupException when {@code by} sees none
   */
  Stored open(PersonId by, GroupId id) {
    return jdbc.sql("SELECT unit_id, version FROM ministry_group WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(
            (row, number) ->
                new Stored(new UnitId(row.getObject("unit_id", UUID.class)), row.getInt("version")))
        .optional()
        .filter(stored -> access.reaches(by, Area.PEOPLE, stored.unit()))
        .orElseThrow(() -> new UnknownGroupException(id));
  }

  /**
   * For a use case that puts a group at a unit.
   *
   * @throws NotAllowedException when {@code by} may not change people there
   * @throws InvalidInputException when there is no such unit
   */
  void requireUnit(PersonId by, UnitId unit) {
    try {
      access.require(by, Area.PEOPLE, unit);
    } catch (UnknownUnitException unknown) {
      throw InvalidInputException.of("unit", "Choose a unit that exists");
    }
  }

  void insert(GroupId id, GroupData data) {
    keep(
        """
        INSERT INTO ministry_group (unit_id, name, kind, description, meeting_day, meeting_time,
          place, active, id, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        data,
        id,
        true);
  }

  void update(GroupId id, GroupData data) {
    keep(
        """
        UPDATE ministry_group SET unit_id = ?, name = ?, kind = ?, description = ?,
          meeting_day = ?, meeting_time = ?, place = ?, active = ?, version = version + 1
        WHERE id = ?
        """,
        data,
        id,
        false);
  }

  private void keep(String sql, GroupData data, GroupId id, boolean anew) {
    var statement =
        jdbc.sql(sql)
            .param(data.unit().value())
            .param(data.name())
            .param(data.kind().code())
            .param(data.description())
            .param(data.meetingDay())
            .param(data.meetingTime())
            .param(data.place())
            .param(data.active())
            .param(id.value());
    try {
      (anew ? statement.param(Timestamp.from(clock.instant())) : statement).update();
    } catch (DuplicateKeyException taken) {
      throw InvalidInputException.of("name", "This unit has a group of that name already");
    }
  }
}
