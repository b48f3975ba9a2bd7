package org.verger.expenses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.approvals.RequestId;
import org.verger.money.Money;
import org.verger.organisation.PersonId;

/** The expenses of the current church. */
@Component
public class Expenses {

  private final JdbcClient jdbc;

  Expenses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the request asks for, if it is one for money. */
  @Transactional(readOnly = true)
  public Optional<Expense> find(RequestId id) {
    return jdbc.sql(
            """
            SELECT e.*, r.amount, r.currency FROM expense e JOIN request r ON r.id = e.request_id
            WHERE e.request_id = ?
            """)
        .param(id.value())
        .query(Expenses::read)
        .optional();
  }

  Expense require(RequestId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("No expense: " + id));
  }

  void keep(RequestId id, UUID line, CheckedExpense expense, @Nullable Long splitSum) {
    jdbc.sql(
            """
            INSERT INTO expense (request_id, line_id, purpose, payee, payee_key, split_sum)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (request_id) DO UPDATE SET line_id = excluded.line_id,
              purpose = excluded.purpose, payee = excluded.payee, payee_key = excluded.payee_key,
              split_sum = excluded.split_sum
            """)
        .param(id.value())
        .param(line)
        .param(expense.purpose())
        .param(expense.payee())
        .param(key(expense.payee()))
        .param(splitSum)
        .update();
  }

  /**
   * What the requester asked for of the line for the payee since then, in other requests that were
   * neither declined nor withdrawn; minor units.
   */
  long askedBeside(
      @Nullable RequestId besides, PersonId requester, UUID line, String payee, Instant since) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(r.amount), 0) FROM expense e JOIN request r ON r.id = e.request_id
            WHERE e.line_id = ? AND e.payee_key = ? AND r.requester_id = ? AND r.submitted_at >= ?
              AND r.status NOT IN ('declined', 'withdrawn') AND r.id IS DISTINCT FROM ?
            """)
        .param(line)
        .param(key(payee))
        .param(requester.value())
        .param(Timestamp.from(since))
        .param(besides == null ? null : besides.value())
        .query(Long.class)
        .single();
  }

  // "Joe's Print Shop" and "Joes print-shop" are the same payee.
  private static String key(String payee) {
    String letters = payee.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? payee : letters;
  }

  private static Expense read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    @Nullable Long sum = row.getObject("split_sum", Long.class);
    return new Expense(
        row.getObject("request_id", UUID.class),
        Money.ofMinor(row.getLong("amount"), currency),
        row.getString("purpose"),
        row.getObject("line_id", UUID.class),
        row.getString("payee"),
        sum == null ? null : Money.ofMinor(sum, currency));
  }
}
