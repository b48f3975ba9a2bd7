package org.verger.expenses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** What is to be paid and what was, as a file. */
@Component
class PayoutsExport implements ExportedList {

  private final JdbcClient jdbc;
  private final Access access;

  PayoutsExport(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  @Override
  public String name() {
    return "payouts";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Request",
        "Payee",
        "Amount",
        "Currency",
        "Released",
        "Method",
        "Reference",
        "Paid by",
        "Paid");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    Reach reach = access.reachOf(reader, Area.MONEY);
    jdbc.sql(Payouts.SELECT + Payouts.LISTED)
        .withFetchSize(FETCH_ROWS)
        .param("everything", reach.everything())
        .param("patterns", reach.patterns())
        .query(
            row -> {
              Payout payout = Payouts.read(row, 0);
              rows.add(
                  Arrays.asList(
                      payout.title(),
                      payout.payee(),
                      payout.amount().amount(),
                      payout.amount().currency().getCurrencyCode(),
                      payout.releasedAt(),
                      payout.method(),
                      payout.reference(),
                      payout.paidBy(),
                      payout.paidAt()));
            });
  }
}
