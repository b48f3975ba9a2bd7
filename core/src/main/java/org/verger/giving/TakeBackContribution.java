package org.verger.giving;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/**
 * Takes a gift back that was a mistake or was returned: a negative one of today makes up for it,
 * and both stay in the books.
 */
@Component
public class TakeBackContribution {

  private static final int LONGEST_REASON = 2000;

  private final JdbcClient jdbc;
  private final Contributions contributions;
  private final Access access;
  private final Audit audit;
  private final Today today;

  TakeBackContribution(
      JdbcClient jdbc, Contributions contributions, Access access, Audit audit, Today today) {
    this.jdbc = jdbc;
    this.contributions = contributions;
    this.access = access;
    this.audit = audit;
    this.today = today;
  }

  /** The time, and the day it is in the church. */
  @Component("givingToday")
  record Today(Clock clock, Tenants tenants) {

    LocalDate day() {
      return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
    }
  }

  /**
   * Takes it back, once.
   *
   * @param expected the version that was read; null for any
   * @return the id of the negative one
   * @throws UnknownContributionException when there is none within reach of {@code by}
   * @throws ChangedMeanwhileException when it has changed since
   * @throws ContributionClosedException when it was taken back before, or takes one back
   * @throws InvalidInputException when no reason is given
   */
  @Transactional
  public long takeBack(PersonId by, long id, @Nullable Integer expected, String reason) {
    Contribution gift = contributions.lock(id, access.reachOf(by, Area.MONEY));
    if (expected != null && expected != gift.version()) {
      throw new ChangedMeanwhileException();
    }
    if (gift.closed() || gift.amount().minor() < 0) {
      throw new ContributionClosedException();
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw InvalidInputException.of("reason", "Say in a few words why it is taken back");
    }
    long back = insert(gift, reason.strip());
    Map<String, ?> detail = Map.of("amount", gift.amount().text(), "takenBackBy", back);
    audit.record("giving-taken-back", EnterContribution.subject(id), by.value(), detail);
    return back;
  }

  private long insert(Contribution gift, String reason) {
    return jdbc.sql(
            """
            INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on,
              method, reference, note, takes_back, created_at)
            SELECT person_id, fund_id, unit_id, -amount, currency, greatest(?, given_on),
              method, reference, ?, id, ?
            FROM contribution WHERE id = ? RETURNING id
            """)
        .params(today.day(), reason, Timestamp.from(today.clock().instant()), gift.id())
        .query(Long.class)
        .single();
  }
}
