package org.verger.giving;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** Funds as a file, for those who have a say over some money. */
@Component
class FundsExport implements ExportedList {

  private final Funds funds;
  private final Access access;

  FundsExport(Funds funds, Access access) {
    this.funds = funds;
    this.access = access;
  }

  @Override
  public String name() {
    return "funds";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public List<String> columns() {
    return List.of("Code", "Fund", "Open");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    if (!access.reachOf(reader, area()).nothing()) {
      funds.all().forEach(fund -> rows.add(List.of(fund.code(), fund.name(), fund.active())));
    }
  }
}
