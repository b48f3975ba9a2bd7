package org.verger.giving;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;
import org.verger.validation.Parameters;

/**
 * Which gifts to list. What is null does not restrict.
 *
 * @param from first day
 * @param to last day
 * @param withoutFund only those that no fund was named for
 * @param unit with all units below it
 * @param search a part of the giver's name
 */
public record ContributionFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID fund,
    boolean withoutFund,
    @Nullable UUID person,
    @Nullable UUID unit,
    @Nullable String method,
    @Nullable String search) {

  /** Lists all. */
  public static final ContributionFilter ALL =
      new ContributionFilter(null, null, null, false, null, null, null, null);

  /**
   * Reads {@code from}, {@code to}, {@code fund} (an id, or {@code none}), {@code person}, {@code
   * unit}, {@code method} and {@code search}.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  public static ContributionFilter of(Parameters given) {
    boolean none = "none".equals(given.text("fund"));
    String method = given.text("method");
    return new ContributionFilter(
        given.date("from"),
        given.date("to"),
        none ? null : given.id("fund"),
        none,
        given.id("person"),
        given.id("unit"),
        method == null ? null : given.oneOf("method", method, GivingMethod.codes()),
        given.text("search"));
  }

  Conditions within(Reach reach) {
    Conditions conditions =
        new Conditions()
            .and(
                "u.path LIKE ANY (:patterns)",
                "patterns",
                reach.everything() ? null : reach.patterns())
            .and("c.given_on >= :from", "from", from)
            .and("c.given_on <= :to", "to", to)
            .and("c.fund_id = :fund", "fund", fund)
            .and("c.person_id = :person", "person", person)
            .and("starts_with(u.path, (SELECT path FROM unit WHERE id = :unit))", "unit", unit)
            .and("c.method = :method", "method", method)
            .and(
                "position(lower(:search) IN lower(p.given_name || ' ' || p.family_name)) > 0",
                "search",
                search);
    return withoutFund ? conditions.and("c.fund_id IS NULL") : conditions;
  }
}
