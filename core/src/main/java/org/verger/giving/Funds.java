package org.verger.giving;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The funds of the current church. */
@Component
public class Funds {

  private static final String SELECT = "SELECT id, code, name, active, version FROM fund ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Funds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All, those that take gifts first, by name. */
  @Transactional(readOnly = true)
  public List<Fund> all() {
    return jdbc.sql(SELECT + "ORDER BY active DESC, lower(name)").query(Fund.class).list();
  }

  /** The fund, if it exists. */
  @Transactional(readOnly = true)
  public Optional<Fund> find(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = ?").param(id).query(Fund.class).optional();
  }

  /**
   * The fund.
   *
   * @throws UnknownFundException when there is none
   */
  @Transactional(readOnly = true)
  public Fund require(UUID id) {
    return find(id).orElseThrow(() -> new UnknownFundException(id));
  }

  /** The new fund; empty when the code or the name is another's. */
  Optional<Fund> add(String code, String name) {
    return jdbc.sql(
            """
            INSERT INTO fund (id, code, name, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING RETURNING id, code, name, active, version
            """)
        .params(UUID.randomUUID(), code, name, Timestamp.from(clock.instant()))
        .query(Fund.class)
        .optional();
  }

  Fund lock(UUID id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
        .param(id)
        .query(Fund.class)
        .optional()
        .orElseThrow(() -> new UnknownFundException(id));
  }

  boolean isNameOfAnother(UUID id, String name) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM fund WHERE lower(name) = lower(?) AND id <> ?)")
        .params(name, id)
        .query(Boolean.class)
        .single();
  }

  Fund change(UUID id, String name, boolean active) {
    return jdbc.sql(
            """
            UPDATE fund SET name = ?, active = ?, version = version + 1 WHERE id = ?
            RETURNING id, code, name, active, version
            """)
        .params(name, active, id)
        .query(Fund.class)
        .single();
  }
}
