package org.verger.groups;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.PersonId;
import org.verger.people.PersonDetails;
import org.verger.people.UnknownPersonException;
import org.verger.tenants.Tenants;

/** Who belongs to a group; whoever has left stays known as one who was there. */
@Component
public class ChangeGroupMembers {

  private final GroupRecords records;
  private final PersonDetails people;
  private final JdbcClient jdbc;
  private final Audit audit;
  private final Days days;

  ChangeGroupMembers(
      GroupRecords records, PersonDetails people, JdbcClient jdbc, Audit audit, Days days) {
    this.records = records;
    this.people = people;
    this.jdbc = jdbc;
    this.audit = audit;
    this.days = days;
  }

  /** The day it is in the church. */
  @Component("groupDays")
  record Days(Tenants tenants, Clock clock) {

    LocalDate today() {
      return clock.instant().atZone(tenants.current().zone()).toLocalDate();
    }
  }

  /**
   * Makes somebody a member from today on; whoever is one already takes on the role, and whoever
   * had left comes back.
   *
   * @throws UnknownGroupException when {@code by} sees no such group
   * @throws UnknownPersonException when {@code by} sees no such person
   */
  @Transactional
  public void add(PersonId by, GroupId group, PersonId person, GroupRole role) {
    records.open(by, group);
    if (people.find(person, by).isEmpty()) {
      throw new UnknownPersonException(person);
    }
    jdbc.sql(
            """
            INSERT INTO group_member (group_id, person_id, role, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (group_id, person_id) DO UPDATE SET role = excluded.role, until = NULL,
              since = CASE WHEN group_member.until IS NULL THEN group_member.since
                           ELSE excluded.since END,
              version = group_member.version + 1
            """)
        .params(group.value(), person.value(), role.code(), days.today())
        .update();
    record("groups-member-added", by, group, person, role);
  }

  /**
   * Ends a membership today.
   *
   * @return false when it had ended before, or never was
   * @throws UnknownGroupException when {@code by} sees no such group
   */
  @Transactional
  public boolean end(PersonId by, GroupId group, PersonId person) {
    records.open(by, group);
    boolean ended =
        jdbc.sql(
                    """
                    UPDATE group_member SET until = greatest(since, ?), version = version + 1
                    WHERE group_id = ? AND person_id = ? AND until IS NULL
                    """)
                .params(days.today(), group.value(), person.value())
                .update()
            > 0;
    if (ended) {
      record("groups-member-ended", by, group, person, null);
    }
    return ended;
  }

  private void record(
      String action, PersonId by, GroupId group, PersonId person, @Nullable GroupRole role) {
    audit.record(
        action,
        group.toString(),
        by.value(),
        role == null
            ? Map.of("person", person.toString())
            : Map.of("person", person.toString(), "role", role.code()));
  }
}
