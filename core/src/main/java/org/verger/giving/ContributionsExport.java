package org.verger.giving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** Gifts as a file. */
@Component
class ContributionsExport implements ExportedList {

  private final Contributions contributions;
  private final Access access;

  ContributionsExport(Contributions contributions, Access access) {
    this.contributions = contributions;
    this.access = access;
  }

  @Override
  public String name() {
    return "contributions";
  }

  @Override
  public Area area() {
    return Area.MONEY;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Contribution ID",
        "Date",
        "Person ID",
        "Given name",
        "Family name",
        "Fund",
        "Amount",
        "Currency",
        "Method",
        "Unit",
        "Reference",
        "Note",
        "Takes back");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    contributions.each(
        Parameters.read(filter, ContributionFilter::of),
        access.reachOf(reader, area()),
        gift -> rows.add(cells(gift)));
  }

  private static List<? extends @Nullable Object> cells(Contribution gift) {
    Contribution.Giver person = gift.person();
    Contribution.FundName fund = gift.fund();
    return Arrays.asList(
        gift.id(),
        gift.givenOn(),
        person == null ? null : person.id().toString(),
        person == null ? null : person.givenName(),
        person == null ? null : person.familyName(),
        fund == null ? null : fund.name(),
        gift.amount().amount(),
        gift.amount().currency().getCurrencyCode(),
        gift.method().code(),
        gift.unit().name(),
        gift.reference(),
        gift.note(),
        gift.takesBack());
  }
}
