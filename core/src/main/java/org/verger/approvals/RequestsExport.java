package org.verger.approvals;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.money.Money;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** What somebody asked for, as a file. */
@Component
class RequestsExport implements ExportedList {

  private static final String SELECT =
      """
      SELECT r.*, '{}'::uuid[] AS gainers, u.name AS unit_name
      FROM request r JOIN unit u ON u.id = r.unit_id
      WHERE r.requester_id = ? ORDER BY r.submitted_at DESC, r.id
      """;

  private final JdbcClient jdbc;
  private final RequestKinds kinds;

  RequestsExport(JdbcClient jdbc, RequestKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public @Nullable Area area() {
    return null;
  }

  @Override
  public List<String> columns() {
    return List.of("Request", "Kind", "Unit", "Amount", "Currency", "Status", "Asked for", "Ended");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    jdbc.sql(SELECT)
        .withFetchSize(FETCH_ROWS)
        .param(reader.value())
        .query(
            row -> {
              rows.add(cells(row));
            });
  }

  private List<@Nullable Object> cells(ResultSet row) throws SQLException {
    Request request = Requests.read(row, 0);
    return Arrays.asList(
        request.title(),
        request.kind(),
        row.getString("unit_name"),
        amount(request),
        request.currency(),
        kinds.statusOf(request),
        request.submittedAt(),
        request.endedAt());
  }

  private static @Nullable BigDecimal amount(Request request) {
    Long amount = request.amount();
    String currency = request.currency();
    return amount == null || currency == null ? null : Money.ofMinor(amount, currency).amount();
  }
}
