package org.verger.groups;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;

/** One group with its members. */
@Component
public class GroupDetails {

  private final JdbcClient jdbc;
  private final Access access;

  GroupDetails(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** The group, if there is one whose unit is within the reader's reach. */
  @Transactional(readOnly = true)
  public Optional<GroupView> find(GroupId id, PersonId reader) {
    return jdbc.sql(GroupRows.SELECT + "WHERE g.id = ?")
        .param(id.value())
        .query(GroupRows::read)
        .optional()
        .filter(group -> access.reaches(reader, Area.PEOPLE, new UnitId(group.unitId())))
        .map(group -> group.with(members(id)));
  }

  private List<GroupView.Member> members(GroupId id) {
    return jdbc.sql(
            """
            SELECT p.id AS person, trim(p.given_name || ' ' || p.family_name) AS name,
              m.role, m.since, m.until
            FROM group_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = ?
            ORDER BY m.until DESC NULLS FIRST, m.role, lower(p.family_name), lower(p.given_name), p.id
            """)
        .param(id.value())
        .query(GroupView.Member.class)
        .list();
  }
}
