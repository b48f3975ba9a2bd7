package org.verger.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.validation.Fields;

/** The rows of families; each belongs to the transaction that is open. */
@Component
class HouseholdRecords {

  /** Of a family {@code h}: seen by those who see the data of one of its members. */
  static final String SEEN =
      """
      (:allData OR EXISTS (SELECT FROM person m JOIN unit u ON u.id = m.unit_id
                           WHERE m.household_id = h.id AND u.path LIKE ANY (:dataPatterns)))
      """;

  private static final String OUTSIDE =
      """
      SELECT EXISTS (SELECT FROM person m LEFT JOIN unit u ON u.id = m.unit_id
                     WHERE m.household_id = :id AND NOT (%s AND %s))
      """
          .formatted(Sight.WITHIN, Sight.DATA);

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_LINE = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  HouseholdRecords(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The form with what it says checked. */
  static HouseholdForm checked(HouseholdForm form) {
    Fields fields = new Fields();
    HouseholdForm checked =
        new HouseholdForm(
            fields.required("name", form.name(), LONGEST_NAME, "Give the family a name"),
            fields.text("street", form.street(), LONGEST_LINE),
            fields.text("city", form.city(), LONGEST_LINE),
            fields.text("region", form.region(), LONGEST_LINE),
            fields.text("postalCode", form.postalCode(), 20),
            fields.read("country", form.country(), HouseholdRecords::country));
    fields.check();
    return checked;
  }

  private static String country(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (!Arrays.asList(Locale.getISOCountries()).contains(code)) {
      throw new IllegalArgumentException("Give the two letters of a country, as in US");
    }
    return code;
  }

  void insert(HouseholdId id, HouseholdForm form) {
    jdbc.sql(
            """
            INSERT INTO household (name, street, city, region, postal_code, country, id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(form.name())
        .param(form.street())
        .param(form.city())
        .param(form.region())
        .param(form.postalCode())
        .param(form.country())
        .param(id.value())
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  void update(HouseholdId id, HouseholdForm form) {
    jdbc.sql(
            """
            UPDATE household SET name = ?, street = ?, city = ?, region = ?, postal_code = ?,
              country = ?, version = version + 1
            WHERE id = ?
            """)
        .param(form.name())
        .param(form.street())
        .param(form.city())
        .param(form.region())
        .param(form.postalCode())
        .param(form.country())
        .param(id.value())
        .update();
  }

  /** The version of the family, which nobody else can change until the transaction ends. */
  Optional<Integer> lock(HouseholdId id) {
    return jdbc.sql("SELECT version FROM household WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(Integer.class)
        .optional();
  }

  /**
   * For a use case that must not go on.
   *
   * @throws UnknownHouseholdException when the family is not there or not to be seen
   */
  void requireSeen(HouseholdId id, Sight sight) {
    if (!is(
        "SELECT EXISTS (SELECT FROM household h WHERE h.id = :id AND " + SEEN + ")", id, sight)) {
      throw new UnknownHouseholdException(id);
    }
  }

  /** Whether the family has a member whom one may not change. */
  boolean hasOthers(HouseholdId id, Sight sight) {
    return is(OUTSIDE, id, sight);
  }

  private boolean is(String sql, HouseholdId id, Sight sight) {
    Map<String, @Nullable Object> params = sight.params();
    params.put("id", id.value());
    return jdbc.sql(sql).params(params).query(Boolean.class).single();
  }
}
