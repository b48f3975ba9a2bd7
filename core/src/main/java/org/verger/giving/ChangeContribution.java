package org.verger.giving;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.validation.ChangedMeanwhileException;

/** Puts right what was written down of a gift. */
@Component
public class ChangeContribution {

  private final JdbcClient jdbc;
  private final Contributions contributions;
  private final GiftCheck check;
  private final Access access;
  private final Audit audit;

  ChangeContribution(
      JdbcClient jdbc, Contributions contributions, GiftCheck check, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.contributions = contributions;
    this.check = check;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Changes it; what is the same as before changes nothing.
   *
   * @param expected the version that was read; null for any
   * @throws UnknownContributionException when there is none within reach of {@code by}
   * @throws ChangedMeanwhileException when it has changed since
   * @throws ContributionClosedException when it was taken back, or takes one back
   * @throws org.verger.validation.InvalidInputException when a field is wrong; it names all
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over money at
   *     the new unit
   */
  @Transactional
  public void change(PersonId by, long id, @Nullable Integer expected, NewGift gift) {
    Contribution before = contributions.lock(id, access.reachOf(by, Area.MONEY));
    if (expected != null && expected != before.version()) {
      throw new ChangedMeanwhileException();
    }
    if (before.closed()) {
      throw new ContributionClosedException();
    }
    CheckedGift after = check.check(gift, before);
    access.require(by, Area.MONEY, new UnitId(after.unit()));
    Map<String, Object> changed = CheckedGift.changed(before, after);
    if (!changed.isEmpty()) {
      update(id, after);
      audit.record("giving-changed", EnterContribution.subject(id), by.value(), changed);
    }
  }

  private void update(long id, CheckedGift gift) {
    jdbc.sql(
            """
            UPDATE contribution SET person_id = ?, fund_id = ?, unit_id = ?, amount = ?,
              currency = ?, given_on = ?, method = ?, reference = ?, note = ?,
              version = version + 1
            WHERE id = ?
            """)
        .param(gift.person())
        .param(gift.fund())
        .param(gift.unit())
        .param(gift.amount().minor())
        .param(gift.amount().currency().getCurrencyCode())
        .param(gift.givenOn())
        .param(gift.method().code())
        .param(gift.reference())
        .param(gift.note())
        .param(id)
        .update();
  }
}
