package org.verger.giving;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext;
import org.verger.imports.MergedTable;
import org.verger.imports.Parent;
import org.verger.imports.RecordImport;
import org.verger.imports.RowJudge;
import org.verger.organisation.Area;
import org.verger.organisation.Units;
import org.verger.people.KnownPeople;

/** Imports gifts, and the funds that they name. */
@Component
class ContributionImport implements RecordImport {

  private static final MergedTable GIFTS =
      new MergedTable(
          "contribution",
          "import_contribution",
          List.of("id"),
          List.of(
              "person_id",
              "fund_id",
              "unit_id",
              "amount",
              "currency",
              "given_on",
              "method",
              "reference",
              "note",
              "source_key"),
          Map.of("created_at", ":now"),
          false,
          true);

  static final MergedTable FUNDS =
      MergedTable.withId("fund", "import_fund", Map.of("created_at", ":now"), "code", "name");

  private final JdbcClient jdbc;
  private final Units units;
  private final SettleGifts settle;

  ContributionImport(JdbcClient jdbc, Units units, SettleGifts settle) {
    this.jdbc = jdbc;
    this.units = units;
    this.settle = settle;
  }

  @Override
  public String kind() {
    return "contributions";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public MergedTable rows() {
    return GIFTS;
  }

  @Override
  public List<String> noted() {
    return List.of("unit_given", "method_given");
  }

  @Override
  public List<Parent> parents() {
    return List.of(new Parent(FUNDS, "fund_id"));
  }

  @Override
  public RowJudge judge(ImportContext context) {
    // A fund is everybody's.
    FileFunds funds = FileFunds.load(jdbc, context.reach().everything());
    return new GiftJudge(context, KnownPeople.load(jdbc), funds, units.root().orElse(null));
  }

  @Override
  public void settle(ImportContext context) {
    settle.settle(context);
  }
}
