package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;

/** The people of the church by family name, given name. */
@Component
public class PeopleList {

  private static final int MOST = 200;

  private static final String SELECT =
      """
      SELECT p.id, p.given_name, p.family_name, p.membership, p.active, u.name AS unit_name,
        CASE WHEN %1$s THEN h.name END AS family,
        CASE WHEN %1$s THEN p.email END AS email, CASE WHEN %1$s THEN p.phone END AS phone,
        CASE WHEN %1$s THEN (
          SELECT max(l.since) FROM person_lapse l
          WHERE l.person_id = p.id AND l.returned_on IS NULL) END AS inactive_since
      FROM person p LEFT JOIN unit u ON u.id = p.unit_id
      LEFT JOIN household h ON h.id = p.household_id
      """
          .formatted(Sight.DATA);

  // The names at the cursor are looked up, so that no name stands in an address.
  private static final String PAGE =
      """
      WHERE %s AND (:after::uuid IS NULL OR (lower(p.family_name), lower(p.given_name), p.id) >
        (SELECT lower(last.family_name), lower(last.given_name), last.id
         FROM person last WHERE last.id = :after))
      ORDER BY lower(p.family_name), lower(p.given_name), p.id LIMIT :limit
      """
          .formatted(PeopleFilter.WANTED);

  private final JdbcClient jdbc;
  private final PeopleRights rights;

  PeopleList(JdbcClient jdbc, PeopleRights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  /**
   * A page of those whom the reader sees.
   *
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws IllegalArgumentException when the cursor did not come from a page of people
   */
  @Transactional(readOnly = true)
  public Page<PersonCard> list(
      PersonId reader, PeopleFilter filter, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Map<String, @Nullable Object> params = filter.params(rights.sightOf(reader));
    params.put("after", cursor == null ? null : position(cursor));
    params.put("limit", most + 1);
    return Page.of(
        jdbc.sql(SELECT + PAGE).params(params).query(PeopleList::read).list(),
        most,
        last -> last.id().toString());
  }

  private static UUID position(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("This cursor did not come from a page of people", none);
    }
  }

  private static PersonCard read(ResultSet row, int number) throws SQLException {
    return new PersonCard(
        row.getObject("id", UUID.class),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("membership"),
        row.getBoolean("active"),
        row.getString("unit_name"),
        row.getString("family"),
        row.getString("email"),
        row.getString("phone"),
        row.getObject("inactive_since", LocalDate.class));
  }
}
