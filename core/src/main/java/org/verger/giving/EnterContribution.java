package org.verger.giving;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.validation.InvalidInputException;

/** Writes down a gift by hand. */
@Component
public class EnterContribution {

  private final JdbcClient jdbc;
  private final GiftCheck check;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  EnterContribution(JdbcClient jdbc, GiftCheck check, Access access, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.check = check;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes it down.
   *
   * @return its id
   * @throws InvalidInputException when a field is wrong; it names all that are
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over money there
   */
  @Transactional
  public long enter(PersonId by, NewGift gift) {
    CheckedGift checked = check.check(gift, null);
    access.require(by, Area.MONEY, new UnitId(checked.unit()));
    long id = insert(checked);
    audit.record("giving-entered", subject(id), by.value(), checked.facts());
    return id;
  }

  /** The id of a gift in the log. */
  public static String subject(long id) {
    return "contribution-" + id;
  }

  private long insert(CheckedGift gift) {
    return jdbc.sql(
            """
            INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on,
              method, reference, note, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
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
        .param(Timestamp.from(clock.instant()))
        .query(Long.class)
        .single();
  }
}
