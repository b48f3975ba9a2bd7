package org.verger.giving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.money.Money;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** Statements as a file: a row for each currency of each of them, and one for one without gifts. */
@Component
class StatementsExport implements ExportedList {

  private final Statements statements;
  private final Access access;

  StatementsExport(Statements statements, Access access) {
    this.statements = statements;
    this.access = access;
  }

  @Override
  public String name() {
    return "statements";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Year", "Number", "Version", "Person ID", "Name", "Made", "Gifts", "Amount", "Currency");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    statements.each(
        Parameters.read(filter, StatementFilter::of),
        access.reachOf(reader, area()),
        statement -> write(statement, rows));
  }

  private static void write(StatementItem statement, Rows rows) {
    if (statement.totals().isEmpty()) {
      rows.add(cells(statement, null));
    }
    statement.totals().forEach(total -> rows.add(cells(statement, total)));
  }

  private static List<? extends @Nullable Object> cells(
      StatementItem statement, @Nullable Money total) {
    return Arrays.asList(
        statement.year(),
        statement.number(),
        statement.version(),
        statement.person().toString(),
        statement.name(),
        statement.madeAt(),
        statement.gifts(),
        total == null ? null : total.amount(),
        total == null ? null : total.currency().getCurrencyCode());
  }
}
