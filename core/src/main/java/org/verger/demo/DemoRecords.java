package org.verger.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.attendance.AddGathering;
import org.verger.attendance.MarkAttendance;
import org.verger.attendance.NewGathering;
import org.verger.giving.ChangeFunds;
import org.verger.giving.EnterContribution;
import org.verger.giving.Fund;
import org.verger.giving.Funds;
import org.verger.giving.NewGift;
import org.verger.organisation.Level;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenants;

/** Twelve weeks of the demo church: its Sundays, who came, and what was given. */
@Component
@ConditionalOnBooleanProperty("verger.demo")
class DemoRecords {

  private static final int WEEKS = 12;
  private static final List<String> METHODS = List.of("online", "card", "cheque", "transfer");

  private final Ways ways;
  private final Units units;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Days days;

  DemoRecords(Ways ways, Units units, JdbcClient jdbc, TransactionTemplate transaction, Days days) {
    this.ways = ways;
    this.units = units;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.days = days;
  }

  /** By which records come in. */
  @Component
  @ConditionalOnBooleanProperty("verger.demo")
  record Ways(
      AddGathering gatherings,
      MarkAttendance attendance,
      ChangeFunds changeFunds,
      Funds funds,
      EnterContribution gifts) {}

  /** The church's calendar. */
  @Component
  @ConditionalOnBooleanProperty("verger.demo")
  record Days(Clock clock, Tenants tenants) {

    LocalDate lastSunday() {
      return LocalDate.ofInstant(clock.instant(), tenants.current().zone())
          .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
    }
  }

  @EventListener(ApplicationStartedEvent.class)
  @Order(2)
  void makeOnce() {
    CurrentTenant.run(
        DemoChurch.ID,
        () ->
            transaction.executeWithoutResult(
                status -> {
                  if (!isThere()) {
                    make();
                  }
                }));
  }

  private boolean isThere() {
    return jdbc.sql("SELECT EXISTS (SELECT FROM gathering)").query(Boolean.class).single();
  }

  private void make() {
    PersonId by = new PersonId(person(Role.ADMIN));
    List<UUID> funds =
        List.of(ways.funds().all().getFirst().id(), fund("Missions"), fund("Building"));
    Unit campus = at(Level.CAMPUS);
    List<UUID> people = people();
    LocalDate sunday = days.lastSunday();
    for (int week = WEEKS - 1; week >= 0; week--) {
      LocalDate day = sunday.minusWeeks(week);
      UUID service =
          gathering(by, campus, "Sunday service", day, LocalTime.of(10, 0), 84 + week * 13 % 29);
      ways.attendance().mark(by, service, those(people, week), List.of());
      gathering(
          by,
          at(Level.GROUP),
          "Evening at home",
          day.minusDays(4),
          LocalTime.of(19, 0),
          9 + week % 5);
      gifts(by, campus, day, week, people, funds);
    }
  }

  private static List<UUID> those(List<UUID> people, int week) {
    return IntStream.range(0, people.size())
        .filter(at -> (at * 7 + week * 3) % 4 != 0)
        .mapToObj(people::get)
        .toList();
  }

  private UUID gathering(
      PersonId by, Unit unit, String name, LocalDate day, LocalTime at, int heads) {
    return ways.gatherings()
        .add(by, new NewGathering(unit.id().value(), null, null, name, day, at, heads, null));
  }

  private void gifts(
      PersonId by, Unit campus, LocalDate day, int week, List<UUID> people, List<UUID> funds) {
    gift(by, campus, day, null, funds.getFirst(), 31_250 + week * 1_775, "cash");
    for (int nth = 0; nth < 4; nth++) {
      UUID person = people.get((week * 3 + nth * 2) % people.size());
      UUID fund = funds.get((week + nth) % 4 % funds.size());
      int cents = 2_500 * (1 + (week * 5 + nth * 3) % 8);
      gift(by, campus, day.minusDays(nth), person, fund, cents, METHODS.get(nth));
    }
  }

  private void gift(
      PersonId by,
      Unit unit,
      LocalDate day,
      @Nullable UUID person,
      UUID fund,
      int cents,
      String method) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    UUID at = unit.id().value();
    ways.gifts().enter(by, new NewGift(person, fund, at, amount, null, day, method, null, null));
  }

  private UUID fund(String name) {
    Fund fund = ways.changeFunds().keep(name, null);
    return fund.id();
  }

  private Unit at(Level level) {
    return units.all().stream().filter(unit -> unit.level() == level).findFirst().orElseThrow();
  }

  private UUID person(Role role) {
    return jdbc.sql("SELECT id FROM person WHERE email = ?")
        .param(DemoAccounts.email(role))
        .query(UUID.class)
        .single();
  }

  private List<UUID> people() {
    return jdbc.sql(
            "SELECT id FROM person WHERE active ORDER BY family_name, given_name, id LIMIT 60")
        .query(UUID.class)
        .list();
  }
}
