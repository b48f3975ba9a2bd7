package org.verger.groups;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;

/** The groups of the church by name. */
@Component
public class GroupList {

  private static final int MOST = 200;

  private static final String PAGE =
      GroupRows.SELECT
          + "WHERE "
          + GroupFilter.WANTED
          + """
          AND (:after::uuid IS NULL OR (lower(g.name), g.id) >
            (SELECT lower(last.name), last.id FROM ministry_group last WHERE last.id = :after))
          ORDER BY lower(g.name), g.id LIMIT :limit
          """;

  private final JdbcClient jdbc;
  private final Access access;

  GroupList(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /**
   * A page of those whose unit is within the reader's reach.
   *
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws IllegalArgumentException when the cursor did not come from a page of groups
   */
  @Transactional(readOnly = true)
  public Page<GroupView> list(
      PersonId reader, GroupFilter filter, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Map<String, @Nullable Object> params = filter.params(access.reachOf(reader, Area.PEOPLE));
    params.put("after", cursor == null ? null : position(cursor));
    params.put("limit", most + 1);
    return Page.of(
        jdbc.sql(PAGE).params(params).query(GroupRows::read).list(),
        most,
        last -> last.id().toString());
  }

  /** Those that somebody belongs to at present and whose unit is within the reader's reach. */
  @Transactional(readOnly = true)
  public List<GroupView> of(PersonId person, PersonId reader) {
    Map<String, @Nullable Object> params =
        GroupFilter.ALL.params(access.reachOf(reader, Area.PEOPLE));
    params.put("person", person.value());
    return jdbc.sql(
            GroupRows.SELECT
                + "JOIN group_member me ON me.group_id = g.id AND me.person_id = :person"
                + " AND me.until IS NULL WHERE "
                + GroupFilter.WANTED
                + "ORDER BY lower(g.name), g.id")
        .params(params)
        .query(GroupRows::read)
        .list();
  }

  private static UUID position(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("This cursor did not come from a page of groups", none);
    }
  }
}
