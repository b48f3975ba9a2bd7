package org.verger.analytics;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/** Makes the figures of days whose records changed anew, with their weeks and months. */
@Component
public class RollUp {

  /** How many days a call takes unless told otherwise: few enough to stop between them. */
  public static final int DAYS = 400;

  // One roll-up of a church's subject at a time. What a crash loses of it takes its marks back, so
  // its commit need not wait for the disk. The rest keeps the planner to what suits many rows.
  private static final String PREPARE =
      """
      SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || :subject, 0))::text,
        set_config('synchronous_commit', 'off', true), set_config('jit', 'off', true),
        set_config('work_mem', '64MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)
      """;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Marks marks;
  private final FirstDays firstDays;
  private final Nights nights;
  private final FigureZones zones;
  private final Map<Subject, FigureQuery> queries = new EnumMap<>(Subject.class);

  RollUp(
      JdbcClient jdbc,
      Tenants tenants,
      Marks marks,
      FirstDays firstDays,
      Nights nights,
      FigureZones zones,
      List<FigureQuery> queries) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.marks = marks;
    this.firstDays = firstDays;
    this.nights = nights;
    this.zones = zones;
    queries.forEach(query -> this.queries.put(query.subject(), query));
  }

  /** How a call ended. */
  public sealed interface Outcome {

    /**
     * Some days were rolled up.
     *
     * @param days how many
     * @param left how many of the scope wait; the next call takes them
     */
    record RolledUp(int days, long left) implements Outcome {}

    /**
     * Nothing was done, since a check found what holds the subject back.
     *
     * @param why what each of these checks found
     */
    record Held(List<String> why) implements Outcome {}
  }

  /**
   * Rolls up the first days of a scope that wait. Call it until nothing is left; each call is a
   * transaction, and one that fails changes nothing.
   *
   * @param most about how many days; the rest of the last one's month is taken along
   */
  @Transactional
  public Outcome next(Subject subject, Scope scope, int most) {
    jdbc.sql(PREPARE).param("subject", subject.code()).query().singleRow();
    zones.follow(List.of(subject));
    List<String> why = nights.holding(subject, scope);
    if (!why.isEmpty()) {
      return new Outcome.Held(why);
    }
    Marks.Taken taken = marks.take(subject, scope, most);
    if (!taken.days().isEmpty()) {
      rollUp(Objects.requireNonNull(queries.get(subject)), taken.days());
    }
    if (taken.left() == 0) {
      nights.finished(List.of(subject), scope);
    }
    return new Outcome.RolledUp(taken.days().size(), taken.left());
  }

  /** As above, with {@link #DAYS} days. */
  @Transactional
  public Outcome next(Subject subject, Scope scope) {
    return next(subject, scope, DAYS);
  }

  private void rollUp(FigureQuery query, List<LocalDate> days) {
    FigureQuery.Firsts firsts = query.firsts();
    if (firsts != null) {
      firstDays.refresh(query.subject(), firsts, days);
    }
    Periods periods = Periods.touchedBy(days, query.looksBack(), marks.lastDay());
    FigureSql.clear(jdbc, query.subject(), periods.all());
    FigureSql.bound(
            jdbc.sql("INSERT INTO " + query.subject().table() + " " + FigureSql.rolledUp(query)),
            periods,
            tenants.current().zone())
        .update();
  }
}
