package org.verger.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** One family with its members. */
@Component
public class HouseholdDetails {

  private static final String MEMBERS =
      """
      SELECT p.id, p.given_name, p.family_name, coalesce(p.household_role, 'other') AS role, p.active, p.version
      FROM person p LEFT JOIN unit u ON u.id = p.unit_id
      WHERE p.household_id = :id AND %s AND %s
      ORDER BY array_position(ARRAY['head', 'spouse', 'child'], p.household_role),
        p.birth_date, lower(p.given_name), p.id
      """
          .formatted(Sight.WITHIN, Sight.DATA);

  private final JdbcClient jdbc;
  private final PeopleRights rights;
  private final HouseholdRecords records;

  HouseholdDetails(JdbcClient jdbc, PeopleRights rights, HouseholdRecords records) {
    this.jdbc = jdbc;
    this.rights = rights;
    this.records = records;
  }

  /** The family, if there is one that the reader may see. */
  @Transactional(readOnly = true)
  public Optional<HouseholdView> find(HouseholdId id, PersonId reader) {
    return find(id, rights.sightOf(reader));
  }

  Optional<HouseholdView> find(HouseholdId id, Sight sight) {
    Map<String, @Nullable Object> params = sight.params();
    params.put("id", id.value());
    List<HouseholdView.Member> members =
        jdbc.sql(MEMBERS).params(params).query(HouseholdView.Member.class).list();
    return jdbc.sql(
            """
            SELECT h.*, (SELECT count(*) FROM person m WHERE m.household_id = h.id) AS people
            FROM household h WHERE h.id = :id AND
            """
                + HouseholdRecords.SEEN)
        .params(params)
        .query(
            (row, number) ->
                new HouseholdView(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("street"),
                    row.getString("city"),
                    row.getString("region"),
                    row.getString("postal_code"),
                    row.getString("country"),
                    members,
                    row.getInt("people") - members.size(),
                    !records.hasOthers(id, sight),
                    row.getInt("version")))
        .optional();
  }
}
