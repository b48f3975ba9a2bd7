package org.verger.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.tenants.ZoneMoves;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

/** Whatever happens in whatever order: the figures are those that the records give. */
class RollUpHistoryTest extends ChurchTest {

  private static final int HISTORIES = 8;
  private static final int CHANGES = 60;
  private static final List<String> ZONES =
      List.of("America/Chicago", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Honolulu");

  @Autowired RollUp rollUp;
  @Autowired BackFill backFill;
  @Autowired Recompute recompute;
  @Autowired Marks marks;
  @Autowired Tenants tenants;
  @Autowired Units units;
  @Autowired People people;
  @Autowired TransactionTemplate transactions;

  @Test
  void anyHistoryGivesWhatOneRecomputationGives() {
    Tree tree = Tree.plant(church, units, people);
    List<UUID> everybody = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      everybody.add(
          church.call(() -> people.create(new NewPerson("Ann", "Lee", null, null, "en")).value()));
    }
    moveToHour(12);
    Scope all = new Scope(today().minusYears(1), today().plusYears(1));
    long seed = Long.getLong("verger.test.seed", System.nanoTime());
    Set<Subject> withFigures = EnumSet.noneOf(Subject.class);
    for (int number = 0; number < HISTORIES; number++) {
      Random random = new Random(seed + number);
      live(new History(church, tree, everybody, today(), random), random);
      nightsUntilDone(Scope.night(today().plusYears(1)));
      Map<Subject, List<String>> figures = figures();
      String history = "history %d of seed %d".formatted(number, seed);
      assertThat(church.call(() -> marks.waiting(all))).as(history).isEmpty();
      assertThat(church.call(recompute::differences))
          .as(history)
          .allSatisfy((s, n) -> assertThat(n).isZero());
      startAfresh(all);
      for (Subject subject : Subject.values()) {
        List<String> rows = figures.getOrDefault(subject, List.of());
        assertThat(figures().get(subject))
            .as(subject + ", " + history)
            .containsExactlyElementsOf(rows);
        if (!rows.isEmpty()) {
          withFigures.add(subject);
        }
      }
    }
    assertThat(withFigures).as("seed %d", seed).containsExactlyInAnyOrder(Subject.values());
  }

  private void live(History history, Random random) {
    for (int n = 0; n < CHANGES; n++) {
      history.change();
      switch (random.nextInt(14)) {
        case 0 -> nightsUntilDone(Scope.night(history.day()));
        case 1 -> night(Scope.night(history.day()), 3);
        case 2 -> killed(Scope.night(history.day()));
        case 3 -> fillBack(history, random);
        case 4 -> advance(Duration.ofDays(1));
        case 5 -> moveTo(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        default -> {}
      }
    }
  }

  private void moveTo(ZoneId zone) {
    new ZoneMoves(jdbc, tenants).move(church.id(), zone);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), church.call(() -> tenants.current().zone()));
  }

  private void fillBack(History history, Random random) {
    LocalDate from = history.day();
    Scope scope = new Scope(from, from.plusDays(random.nextInt(40)));
    EnumSet<Subject> some = EnumSet.of(Subject.values()[random.nextInt(Subject.values().length)]);
    church.run(() -> backFill.mark(scope, some));
    if (random.nextBoolean()) {
      nightsUntilDone(scope);
    }
  }

  private void nightsUntilDone(Scope scope) {
    for (Subject subject : Subject.values()) {
      while (church.call(() -> rollUp.next(subject, scope, 20))
              instanceof RollUp.Outcome.RolledUp done
          && done.left() + done.days() > 0) {}
    }
  }

  private void night(Scope scope, int days) {
    for (Subject subject : Subject.values()) {
      church.call(() -> rollUp.next(subject, scope, days));
    }
  }

  private void killed(Scope scope) {
    church.call(
        () ->
            transactions.execute(
                open -> {
                  night(scope, 1000);
                  open.setRollbackOnly();
                  return true;
                }));
  }

  private void startAfresh(Scope all) {
    for (Subject subject : Subject.values()) {
      church.update("DELETE FROM " + subject.table());
    }
    church.update("DELETE FROM attendance_first");
    church.update("DELETE FROM activity_first");
    church.run(() -> backFill.mark(all, EnumSet.allOf(Subject.class)));
    for (Subject subject : Subject.values()) {
      assertThat(church.call(() -> rollUp.next(subject, all, 100_000)))
          .isInstanceOfSatisfying(
              RollUp.Outcome.RolledUp.class, done -> assertThat(done.left()).isZero());
    }
  }

  private Map<Subject, List<String>> figures() {
    Map<Subject, List<String>> all = new EnumMap<>(Subject.class);
    for (Subject subject : Subject.values()) {
      all.put(
          subject,
          church.call(
              () ->
                  transactions.execute(
                      open ->
                          jdbc.sql("SELECT f::text FROM " + subject.table() + " f ORDER BY 1")
                              .query(String.class)
                              .list())));
    }
    return all;
  }
}
