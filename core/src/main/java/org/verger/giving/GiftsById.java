package org.verger.giving;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;

/**
 * Finds the gifts of a file that are there under the same id of the other system. Two systems can
 * have the same id for different gifts: two of giver, day and amount have to agree.
 */
@Component
class GiftsById {

  /** Whether somebody said that a staged row {@code s} is a gift of its own, as SQL. */
  static final String CALLED_NEW =
      """
      EXISTS (SELECT FROM import_choice d WHERE d.import_id = s.import_id AND d.line = s.line
        AND d.part = s.part AND d.choice = 'new')
      """;

  private static final String TWICE =
      """
      UPDATE import_contribution s SET
        action = CASE WHEN %1$s THEN 'new' ELSE 'duplicate' END,
        reason = CASE WHEN NOT %1$s THEN 'The same id and fund stand on line ' || twice.first || ' already' END,
        source_key = CASE WHEN NOT %1$s THEN s.source_key END
      FROM (SELECT line, part, first_value(line) OVER same AS first, row_number() OVER same AS n
            FROM import_contribution
            WHERE import_id = :import AND source_key IS NOT NULL AND action <> 'left-out'
            WINDOW same AS (PARTITION BY source_key ORDER BY line, part)) twice
      WHERE twice.n > 1 AND s.line = twice.line AND s.part = twice.part AND s.import_id = :import
        AND s.action = 'new'
      """
          .formatted(CALLED_NEW);

  private static final String BEYOND_REACH =
      """
      UPDATE import_contribution s SET action = 'rejected',
        reason = 'Your rights do not reach the unit that has the gift with this id'
      FROM contribution c JOIN unit u ON u.id = c.unit_id
      WHERE c.source_key = s.source_key AND s.import_id = :import AND s.action = 'new'
        AND NOT u.path LIKE ANY (:patterns)
      """;

  // What the row leaves blank stays.
  private static final String MERGED =
      """
      (coalesce(s.person_id, c.person_id), coalesce(s.fund_id, c.fund_id),
       CASE WHEN s.unit_given THEN s.unit_id ELSE c.unit_id END, s.amount, s.currency, s.given_on,
       CASE WHEN s.method_given THEN s.method ELSE c.method END, coalesce(s.reference, c.reference),
       coalesce(s.note, c.note))
      """;

  private static final String SAME =
      """
      (c.person_id, c.fund_id, c.unit_id, c.amount, c.currency, c.given_on, c.method, c.reference, c.note)
        IS NOT DISTINCT FROM %s
      """
          .formatted(MERGED);

  private static final String BY_ID =
      """
      UPDATE import_contribution s SET target_id = c.id, target_version = c.version,
        (person_id, fund_id, unit_id, amount, currency, given_on, method, reference, note) = ROW %1$s,
        action = CASE WHEN %2$s THEN 'same' WHEN c.closed THEN 'rejected' ELSE 'changed' END,
        reason = CASE WHEN c.closed AND NOT (%2$s)
          THEN 'This gift was taken back, or takes one back, and stays as it is' END
      FROM (SELECT g.*, g.takes_back IS NOT NULL
              OR EXISTS (SELECT FROM contribution back WHERE back.takes_back = g.id) AS closed
            FROM contribution g) c
      WHERE c.source_key = s.source_key AND s.import_id = :import AND s.action = 'new'
        AND coalesce(c.person_id = s.person_id, false)::int + (c.given_on = s.given_on)::int
          + (c.amount = s.amount AND c.currency = s.currency)::int >= 2
      """
          .formatted(MERGED, SAME);

  private static final String ANOTHER =
      """
      UPDATE import_contribution s SET
        action = CASE WHEN %1$s THEN 'new' ELSE 'duplicate' END,
        reason = CASE WHEN NOT %1$s THEN
          'The id is that of another gift, with another giver, day or amount: say whether this is one of its own' END,
        source_key = CASE WHEN NOT %1$s THEN s.source_key END
      FROM contribution c
      WHERE c.source_key = s.source_key AND s.import_id = :import AND s.action = 'new'
      """
          .formatted(CALLED_NEW);

  private final JdbcClient jdbc;

  GiftsById(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Settles those that have an id, in the transaction that is open. */
  void settle(ImportContext context) {
    if (!context.field("externalId").isThere()) {
      return;
    }
    of(TWICE, context).update();
    if (!context.reach().everything()) {
      of(BEYOND_REACH, context).param("patterns", context.reach().patterns()).update();
    }
    of(BY_ID, context).update();
    of(ANOTHER, context).update();
  }

  private JdbcClient.StatementSpec of(String sql, ImportContext context) {
    return jdbc.sql(sql).param("import", context.file().id().value());
  }
}
