package org.verger.expenses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.RequestId;
import org.verger.money.Money;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** The payouts of the current church. */
@Component
public class Payouts {

  static final String SELECT =
      """
      SELECT p.*, r.title, trim(who.given_name || ' ' || who.family_name) AS paid_by_name
      FROM payout p JOIN request r ON r.id = p.request_id JOIN unit u ON u.id = r.unit_id
      LEFT JOIN person who ON who.id = p.paid_by
      """;

  /** Of a payout of the unit {@code u}. */
  static final String LISTED =
      """
      WHERE :everything OR u.path LIKE ANY (:patterns)
      ORDER BY p.paid_at IS NOT NULL, p.released_at DESC, p.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Payouts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of the units within reach, the waiting first, then the newest; at most 200. */
  @Transactional(readOnly = true)
  public List<Payout> list(Reach reach) {
    return jdbc.sql(SELECT + LISTED + "LIMIT 200")
        .param("everything", reach.everything())
        .param("patterns", reach.patterns())
        .query(Payouts::read)
        .list();
  }

  /** The payout of a request, once it was released. */
  @Transactional(readOnly = true)
  public Optional<Payout> of(RequestId request) {
    return jdbc.sql(SELECT + "WHERE p.request_id = ?")
        .param(request.value())
        .query(Payouts::read)
        .optional();
  }

  /** Makes the payout of an expense; one that is there is left as it is. */
  void release(Expense expense) {
    jdbc.sql(
            """
            INSERT INTO payout (id, request_id, amount, currency, payee, released_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (request_id) DO NOTHING
            """)
        .params(
            UUID.randomUUID(),
            expense.request(),
            expense.amount().minor(),
            expense.amount().currency().getCurrencyCode(),
            expense.payee(),
            Timestamp.from(clock.instant()))
        .update();
  }

  /** Keeps that it is paid; false when it was before. */
  boolean pay(RequestId request, PersonId by, String method, @Nullable String reference) {
    return jdbc.sql(
                """
                UPDATE payout SET method = ?, reference = ?, paid_by = ?, paid_at = ?
                WHERE request_id = ? AND paid_at IS NULL
                """)
            .param(method)
            .param(reference)
            .param(by.value())
            .param(Timestamp.from(clock.instant()))
            .param(request.value())
            .update()
        > 0;
  }

  static Payout read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp paid = row.getTimestamp("paid_at");
    return new Payout(
        row.getObject("id", UUID.class),
        row.getObject("request_id", UUID.class),
        row.getString("title"),
        Money.ofMinor(row.getLong("amount"), row.getString("currency")),
        row.getString("payee"),
        row.getTimestamp("released_at").toInstant(),
        row.getString("method"),
        row.getString("reference"),
        row.getString("paid_by_name"),
        paid == null ? null : paid.toInstant());
  }
}
