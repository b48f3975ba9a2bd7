package org.verger.expenses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.money.Money;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.UnitId;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;

/** The budget lines of the current church, and what requests hold of them. */
@Component
public class BudgetLines {

  private static final String SELECT =
      """
      SELECT l.*, l.amount - coalesce((SELECT sum(h.amount) FROM budget_hold h
                                       WHERE h.line_id = l.id AND h.state <> 'freed'), 0) AS left_over
      FROM budget_line l
      """;

  private static final String PLANNED =
      """
      JOIN unit at ON at.id = l.unit_id
      WHERE l.year = :year AND (:everything OR at.path LIKE ANY (:patterns))
      ORDER BY length(at.path), at.name, l.name, l.id
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;
  private final Tenants tenants;
  private final Clock clock;

  BudgetLines(JdbcClient jdbc, Access access, Audit audit, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Adds a line for this year, or changes how much is planned.
   *
   * @throws org.verger.organisation.NotAllowedException when {@code by} has no say over money there
   * @throws InvalidInputException when the code is none, or the line has another currency
   */
  @Transactional
  public UUID plan(PersonId by, UnitId unit, String code, String name, Money amount) {
    access.require(by, Area.MONEY, unit);
    UUID id = keep(unit, code, name, amount);
    audit.record(
        "expenses-budget-planned",
        id.toString(),
        by.value(),
        Map.of("line", code, "amount", amount.text()));
    return id;
  }

  /** The same without asking anybody, for what a church is furnished with. */
  @Transactional
  public UUID keep(UnitId unit, String code, String name, Money amount) {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw InvalidInputException.of(
          "code", "Write the line's code in small letters with hyphens, as in youth-work");
    }
    return jdbc.sql(
            """
            INSERT INTO budget_line (id, unit_id, code, name, currency, amount, year)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (unit_id, code, year) DO UPDATE SET name = excluded.name, amount = excluded.amount
              WHERE budget_line.currency = excluded.currency
            RETURNING id
            """)
        .params(
            UUID.randomUUID(),
            unit.value(),
            code,
            name,
            amount.currency().getCurrencyCode(),
            amount.minor(),
            year())
        .query(UUID.class)
        .optional()
        .orElseThrow(
            () -> InvalidInputException.of("currency", "This line is kept in another currency"));
  }

  /**
   * This year's lines that somebody can ask for money from: those of their units' lines up and
   * down.
   */
  @Transactional(readOnly = true)
  public List<BudgetLine> openTo(PersonId person) {
    return jdbc.sql(
            SELECT
                + """
                JOIN unit at ON at.id = l.unit_id
                WHERE l.year = ? AND EXISTS (
                  SELECT FROM role_holding h JOIN unit mine ON mine.id = h.unit_id
                  WHERE h.person_id = ? AND h.until IS NULL
                    AND (starts_with(mine.path, at.path) OR starts_with(at.path, mine.path)))
                ORDER BY length(at.path) DESC, l.name, l.id
                """)
        .params(year(), person.value())
        .query(BudgetLines::read)
        .list();
  }

  /** This year's lines of the units within reach, from the top down. */
  @Transactional(readOnly = true)
  public List<BudgetLine> planned(Reach reach) {
    return planned(SELECT + PLANNED, reach).query(BudgetLines::read).list();
  }

  /** Hands over the same lines one by one, each with the name of its unit, as they are read. */
  @Transactional(propagation = Propagation.MANDATORY)
  void each(Reach reach, int fetch, BiConsumer<BudgetLine, String> taker) {
    planned(SELECT.replace("l.*,", "l.*, at.name AS unit_name,") + PLANNED, reach)
        .withFetchSize(fetch)
        .query(
            row -> {
              taker.accept(read(row, 0), row.getString("unit_name"));
            });
  }

  private JdbcClient.StatementSpec planned(String sql, Reach reach) {
    return jdbc.sql(sql)
        .param("year", year())
        .param("everything", reach.everything())
        .param("patterns", reach.patterns());
  }

  /** The line of a request. */
  @Transactional(readOnly = true)
  public BudgetLine line(UUID id) {
    return jdbc.sql(SELECT + "WHERE l.id = ?").param(id).query(BudgetLines::read).single();
  }

  /** Keeps others from asking for money of the line until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  void lock(UUID id) {
    jdbc.sql("SELECT 1 FROM budget_line WHERE id = ? FOR UPDATE")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** Reserves money for a request, or another amount than before. */
  void reserve(UUID request, UUID line, Money amount) {
    jdbc.sql(
            """
            INSERT INTO budget_hold (request_id, line_id, amount, state) VALUES (?, ?, ?, 'reserved')
            ON CONFLICT (request_id) DO UPDATE SET line_id = excluded.line_id, amount = excluded.amount
            """)
        .params(request, line, amount.minor())
        .update();
  }

  /** Moves what a request holds on: committed, paid or freed. */
  void move(UUID request, String state) {
    jdbc.sql("UPDATE budget_hold SET state = ? WHERE request_id = ?")
        .params(state, request)
        .update();
  }

  private int year() {
    return clock.instant().atZone(tenants.current().zone()).getYear();
  }

  private static BudgetLine read(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new BudgetLine(
        row.getObject("id", UUID.class),
        new UnitId(row.getObject("unit_id", UUID.class)),
        row.getString("code"),
        row.getString("name"),
        row.getInt("year"),
        Money.ofMinor(row.getLong("amount"), currency),
        Money.ofMinor(row.getLong("left_over"), currency));
  }
}
