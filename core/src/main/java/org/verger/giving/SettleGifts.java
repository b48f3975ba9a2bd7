package org.verger.giving;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;

/**
 * Compares the gifts of a file with those that are there. With an id of the other system that id
 * decides, if the gifts agree. Without one, gifts are counted: the second gift of the same person,
 * day, amount, fund, method and reference is new if only one such gift is there.
 */
@Component
class SettleGifts {

  // Who is said to be the giver says nothing yet of whether the gift is there.
  private static final String UNDECIDED =
      "s.import_id = :import AND s.action = 'new' AND NOT " + GiftsById.CALLED_NEW;

  private static final String SAME_GIFT =
      """
      PARTITION BY given_on, amount, currency, person_id, fund_id, method, coalesce(reference, '')
      """;

  private static final String BY_COUNT =
      """
      WITH days AS (SELECT min(given_on) AS first, max(given_on) AS last FROM import_contribution
        WHERE import_id = :import),
      known AS (
        SELECT id, given_on, amount, currency, person_id, fund_id, method, coalesce(reference, '') AS reference,
          row_number() OVER (%1$s ORDER BY id) AS n
        FROM contribution, days WHERE given_on BETWEEN days.first AND days.last),
      staged AS (
        SELECT line, part, given_on, amount, currency, person_id, fund_id, method,
          coalesce(reference, '') AS reference, row_number() OVER (%1$s ORDER BY line, part) AS n
        FROM import_contribution s WHERE source_key IS NULL AND %2$s)
      UPDATE import_contribution s SET target_id = k.id, action = :action, reason = :reason
      FROM staged g JOIN known k ON k.given_on = g.given_on AND k.amount = g.amount
        AND k.currency = g.currency AND k.method = g.method AND k.reference = g.reference AND k.n = g.n
        AND k.person_id IS NOT DISTINCT FROM g.person_id AND k.fund_id IS NOT DISTINCT FROM g.fund_id
      WHERE s.import_id = :import AND s.line = g.line AND s.part = g.part
      """
          .formatted(SAME_GIFT, UNDECIDED);

  // Another id does not make it another gift: ids of two systems say nothing.
  private static final String LIKELY =
      """
      UPDATE import_contribution s SET action = 'duplicate',
        reason = 'A gift of the same giver, day, amount and fund is there already: say whether this is another'
      WHERE %1$s AND %3$s
        AND EXISTS (SELECT FROM contribution c
          WHERE %2$s AND c.given_on = s.given_on AND c.amount = s.amount AND c.currency = s.currency
            AND (c.fund_id IS NOT DISTINCT FROM s.fund_id OR s.fund_id IS NULL)
            AND (c.reference IS NULL OR s.reference IS NULL OR c.reference = s.reference)
            AND NOT EXISTS (SELECT FROM import_contribution other
              WHERE other.import_id = s.import_id AND other.target_id = c.id))
      """;

  private static final String OF_SOMEBODY =
      LIKELY.formatted("s.person_id IS NOT NULL", "c.person_id = s.person_id", UNDECIDED);

  // Those without an id are counted: two of them of one day are likely two.
  private static final String OF_NOBODY =
      LIKELY.formatted(
          "s.person_id IS NULL AND s.source_key IS NOT NULL", "c.person_id IS NULL", UNDECIDED);

  private static final String ANY_OF_THE_DAYS =
      """
      SELECT EXISTS (SELECT FROM contribution WHERE given_on BETWEEN
        (SELECT min(given_on) FROM import_contribution WHERE import_id = :import)
        AND (SELECT max(given_on) FROM import_contribution WHERE import_id = :import))
      """;

  // As by hand: a closed fund keeps what it has.
  private static final String CLOSED =
      """
      UPDATE import_contribution s SET action = 'rejected',
        reason = 'The fund ' || f.name || ' is closed: open it, or name another'
      FROM fund f
      WHERE f.id = s.fund_id AND NOT f.active AND s.import_id = :import
        AND (s.action = 'new' OR s.action = 'changed' AND NOT EXISTS (
          SELECT FROM contribution c WHERE c.id = s.target_id AND c.fund_id = s.fund_id))
      """;

  private final JdbcClient jdbc;
  private final GiftsById byId;

  SettleGifts(JdbcClient jdbc, GiftsById byId) {
    this.jdbc = jdbc;
    this.byId = byId;
  }

  /** Settles it, in the transaction that is open. */
  void settle(ImportContext context) {
    UUID id = context.file().id().value();
    byId.settle(context);
    if (jdbc.sql(ANY_OF_THE_DAYS).param("import", id).query(Boolean.class).single()) {
      byContent(id, context.again());
    }
    jdbc.sql(CLOSED).param("import", id).update();
  }

  private void byContent(UUID id, boolean again) {
    // What came back as rejected may be another gift that only looks like one that was taken.
    jdbc.sql(BY_COUNT)
        .param("import", id)
        .param("action", again ? "duplicate" : "same")
        .param(
            "reason", again ? "The same gift is there already: say whether this is another" : null)
        .update();
    jdbc.sql(OF_SOMEBODY).param("import", id).update();
    jdbc.sql(OF_NOBODY).param("import", id).update();
  }
}
