package org.verger.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;

/** The families of the church by name. */
@Component
public class HouseholdList {

  /** Of a family {@code h}. */
  static final String WANTED =
      HouseholdRecords.SEEN
          + """
          AND (:search::text IS NULL OR position(:search IN lower(h.name || ' ' || coalesce(h.city, ''))) > 0)
          """;

  private static final int MOST = 200;

  private static final String PAGE =
      """
      SELECT h.id, h.name, h.city, ARRAY(
        SELECT m.given_name::text FROM person m LEFT JOIN unit u ON u.id = m.unit_id
        WHERE m.household_id = h.id AND %s AND %s
        ORDER BY array_position(ARRAY['head', 'spouse', 'child'], m.household_role), m.birth_date,
          lower(m.given_name), m.id) AS names
      FROM household h
      WHERE %s AND (:after::uuid IS NULL OR (lower(h.name), h.id) >
        (SELECT lower(last.name), last.id FROM household last WHERE last.id = :after))
      ORDER BY lower(h.name), h.id LIMIT :limit
      """
          .formatted(Sight.WITHIN, Sight.DATA, WANTED);

  private final JdbcClient jdbc;
  private final PeopleRights rights;

  HouseholdList(JdbcClient jdbc, PeopleRights rights) {
    this.jdbc = jdbc;
    this.rights = rights;
  }

  /**
   * A family as the list shows it.
   *
   * @param names the given names of the members whom the reader sees
   */
  public record Item(UUID id, String name, @Nullable String city, List<String> names) {

    public Item {
      names = List.copyOf(names);
    }
  }

  /**
   * A page of those whom the reader sees.
   *
   * @param search a part of the name or of the city; null for all
   * @param cursor what the page before gave; null for the first
   * @param limit 1 to 200
   * @throws IllegalArgumentException when the cursor did not come from a page of families
   */
  @Transactional(readOnly = true)
  public Page<Item> list(
      PersonId reader, @Nullable String search, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    Map<String, @Nullable Object> params = params(rights.sightOf(reader), search);
    params.put("after", cursor == null ? null : position(cursor));
    params.put("limit", most + 1);
    return Page.of(
        jdbc.sql(PAGE)
            .params(params)
            .query(
                (row, number) ->
                    new Item(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("city"),
                        Arrays.asList((String[]) row.getArray("names").getArray())))
            .list(),
        most,
        last -> last.id().toString());
  }

  static Map<String, @Nullable Object> params(Sight sight, @Nullable String search) {
    String text = search == null ? "" : search.replace("\0", "").strip();
    Map<String, @Nullable Object> params = sight.params();
    params.put("search", text.isEmpty() ? null : text.toLowerCase(Locale.ROOT));
    return params;
  }

  private static UUID position(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("This cursor did not come from a page of families", none);
    }
  }
}
