package org.verger.guests;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.UnitId;

/** What brings guests, and which unit cares for them. */
@Component
public class Campaigns {

  private final JdbcClient jdbc;

  Campaigns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An outreach campaign.
   *
   * @param code what stands on the card or in the link: small letters, digits, hyphens
   * @param source in words: {@code Easter service}
   */
  public record Campaign(String code, String source, UnitId unit) {}

  /** Adds a campaign or changes the one with this code. */
  @Transactional
  public void save(Campaign campaign) {
    jdbc.sql(
            """
            INSERT INTO campaign (code, source, unit_id) VALUES (?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET source = excluded.source, unit_id = excluded.unit_id
            """)
        .params(campaign.code(), campaign.source(), campaign.unit().value())
        .update();
  }

  /** All campaigns, by code. */
  @Transactional(readOnly = true)
  public List<Campaign> all() {
    return jdbc.sql("SELECT code, source, unit_id FROM campaign ORDER BY code")
        .query(
            (row, number) ->
                new Campaign(
                    row.getString("code"),
                    row.getString("source"),
                    new UnitId(row.getObject("unit_id", UUID.class))))
        .list();
  }
}
