package org.verger.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.paging.Page;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.Parameters;

class StatementsTest extends ChurchTest {

  private static final int YEAR = 2025;

  @Autowired Units units;
  @Autowired People people;
  @Autowired Access access;
  @Autowired MakeStatements make;
  @Autowired Statements statements;
  @Autowired StatementsExport export;
  @Autowired TakeBackContribution takeBack;
  @Autowired TransactionTemplate transactions;

  private Tree tree;
  private PersonId treasurer;
  private UUID ann;
  private UUID ben;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    treasurer = tree.holder(Role.FINANCE_DIRECTOR, tree.nation().id());
    ann = person("Ann", "Lee");
    ben = person("Ben", "Okoro");
    church.update(
        """
        INSERT INTO fund (id, code, name, created_at)
        VALUES (gen_random_uuid(), 'missions', 'Missions', now())
        """);
  }

  @Test
  void eachGiverGetsOneStatementWithTheGiftsOfTheYear() {
    livesAt(ann, "12 Elm Street", "Springfield");
    gift(ann, "general", "2025-01-01", 10_000, "USD", tree.downtown());
    gift(ann, "missions", "2025-12-31", 2_550, "USD", tree.uptown());
    gift(ann, "general", "2025-06-01", 700, "EUR", tree.downtown());
    gift(ann, "general", "2024-12-31", 99_900, "USD", tree.downtown());
    gift(ann, "general", "2026-01-01", 99_900, "USD", tree.downtown());
    gift(null, "general", "2025-06-01", 99_900, "USD", tree.downtown());
    gift(ben, "general", "2025-06-01", 100, "USD", tree.downtown());
    assertThat(pass(300)).containsExactly(2, 2, 0);
    Statement statement = of(ann);
    assertThat(statement.name()).isEqualTo("Ann Lee");
    assertThat(statement.address().lines()).containsExactly("12 Elm Street", "Springfield", "US");
    assertThat(statement.lines())
        .extracting(line -> line.givenOn() + " " + line.purpose() + " " + line.amount().text())
        .containsExactly(
            "2025-01-01 General 100.00 USD",
            "2025-06-01 General 7.00 EUR",
            "2025-12-31 Missions 25.50 USD");
    assertThat(told(statement.byFund()))
        .containsExactly("General 7.00 EUR", "General 100.00 USD", "Missions 25.50 USD");
    assertThat(told(statement.totals())).containsExactly(" 7.00 EUR", " 125.50 USD");
    livesAt(ann, "1 New Road", "Elsewhere");
    assertThat(pass(300)).as("nothing was given since").containsExactly(2, 0, 0);
    assertThat(of(ann).address().lines()).contains("12 Elm Street");
  }

  @Test
  void numbersHaveNoGapHoweverTheRunIsCutUpAndRepeated() {
    List<UUID> givers = IntStream.range(0, 25).mapToObj(n -> person("Giver", "No " + n)).toList();
    givers.forEach(giver -> gift(giver, "general", "2025-03-01", 100, "USD", tree.downtown()));
    church.run(() -> make.begin(YEAR));
    church.run(() -> make.next(YEAR, 10));
    // A process that dies in the middle of a call takes nothing with it.
    assertThatThrownBy(
            () ->
                church.run(
                    () ->
                        transactions.executeWithoutResult(
                            open -> {
                              make.next(YEAR, 10);
                              throw new IllegalStateException("killed");
                            })))
        .hasMessage("killed");
    assertThat(numbers()).hasSize(10);
    assertThat(pass(7)).containsExactly(25, 15, 0);
    gift(ben, "general", "2025-03-02", 100, "USD", tree.downtown());
    gift(givers.get(3), "general", "2025-03-02", 100, "USD", tree.downtown());
    assertThat(pass(4)).containsExactly(26, 1, 1);
    assertThat(numbers()).containsExactlyElementsOf(IntStream.rangeClosed(1, 26).boxed().toList());
    assertThat(of(ben).number()).isEqualTo(26);
    assertThat(church.count("SELECT count(*) FROM giving_statement_version")).isEqualTo(27);
    church.run(() -> make.begin(2024));
    gift(ben, "general", "2024-03-02", 100, "USD", tree.downtown());
    church.run(() -> make.next(2024, 10));
    assertThat(church.count("SELECT number FROM giving_statement WHERE year = 2024"))
        .as("each year counts for itself")
        .isOne();
  }

  @Test
  void whereGiftsChangedAVersionReplacesTheEarlierWhichCanStillBeRead() {
    long gift = gift(ann, "general", "2025-05-01", 5_000, "USD", tree.downtown());
    gift(ben, "general", "2025-05-01", 5_000, "USD", tree.downtown());
    pass(300);
    Statement first = of(ann);
    advance(Duration.ofHours(1));
    church.run(() -> takeBack.takeBack(treasurer, gift, null, "Bounced"));
    church.update("UPDATE contribution SET given_on = '2025-05-09' WHERE amount < 0");
    assertThat(pass(300)).containsExactly(2, 0, 1);
    Statement second = of(ann);
    assertThat(List.of(second.number(), second.version())).containsExactly(first.number(), 2);
    assertThat(second.lines())
        .extracting(line -> line.amount().minor())
        .containsExactly(5_000L, -5_000L);
    assertThat(told(second.totals())).containsExactly(" 0.00 USD");
    Statement earlier = church.call(() -> statements.require(first.id(), 1, Reach.EVERYTHING));
    assertThat(earlier.lines()).isEqualTo(first.lines());
    assertThat(earlier.replaced()).isTrue();
    assertThat(church.call(() -> statements.versions(first.id(), Reach.EVERYTHING)))
        .extracting(Statements.Version::version)
        .containsExactly(2, 1);
    assertThat(list("state", "corrected")).containsExactly("Ann Lee");
    assertThat(list("state", "first")).containsExactly("Ben Okoro");
    church.update("UPDATE contribution SET person_id = ? WHERE person_id = ?", ben, ann);
    pass(300);
    assertThat(of(ann).lines()).as("the number stays when no gift is left").isEmpty();
    assertThat(list("state", "empty")).containsExactly("Ann Lee");
    assertThat(pass(300)).containsExactly(2, 0, 0);
    assertThat(of(ben).lines()).hasSize(3);
  }

  @Test
  void aStatementIsWithinReachWhereAllOfItsGiftsAre() {
    gift(ann, "general", "2025-05-01", 5_000, "USD", tree.groupA());
    gift(ben, "general", "2025-05-01", 5_000, "USD", tree.groupA());
    gift(ben, "general", "2025-05-01", 100, "USD", tree.uptown());
    pass(300);
    assertThat(seenBy("campus-leader", tree.downtown())).containsExactly("Ann Lee");
    assertThat(seenBy("regional-director", tree.north()))
        .containsExactlyInAnyOrder("Ann Lee", "Ben Okoro");
    assertThat(seenBy("regional-director", tree.south())).isEmpty();
    assertThat(seenBy("national-administrator", tree.nation())).isEmpty();
    UUID id = of(ben).id();
    PersonId leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
    assertThatThrownBy(() -> church.run(() -> statements.require(id, null, reach(leader))))
        .isInstanceOf(UnknownStatementException.class);
    assertThat(church.call(() -> statements.versions(id, reach(leader)))).isEmpty();
    assertThatThrownBy(() -> newChurch().run(() -> statements.require(id, null, Reach.EVERYTHING)))
        .isInstanceOf(UnknownStatementException.class);
  }

  @Test
  void theListIsReadPageByPageSearchedAndExported() {
    for (int n = 0; n < 5; n++) {
      gift(person("Cleo", "Number " + n), "general", "2025-05-01", 100, "USD", tree.south());
    }
    gift(ann, "general", "2025-05-01", 100, "USD", tree.south());
    gift(ann, "general", "2025-05-02", 100, "EUR", tree.south());
    pass(300);
    List<Integer> read = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      String after = cursor;
      Page<StatementItem> page =
          church.call(
              () ->
                  statements.list(
                      StatementFilter.of(new Parameters(Map.of())), Reach.EVERYTHING, after, 2));
      page.items().forEach(item -> read.add(item.number()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(read).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(list("search", "nn le")).containsExactly("Ann Lee");
    assertThat(list("search", of(ann).title())).containsExactly("Ann Lee");
    List<List<?>> rows = new ArrayList<>();
    church.run(
        () ->
            transactions.executeWithoutResult(
                open -> export.write(Map.of("search", "ann"), treasurer, rows::add)));
    assertThat(rows)
        .extracting(row -> row.get(7) + " " + row.get(8))
        .containsExactly("1.00 EUR", "1.00 USD");
  }

  @Test
  void whatWasMadeCannotBeChangedOrDeletedByTheChurch() {
    gift(ann, "general", "2025-05-01", 100, "USD", tree.south());
    pass(300);
    for (String sql :
        List.of(
            "UPDATE giving_statement_line SET amount = 0",
            "DELETE FROM giving_statement_version",
            "DELETE FROM giving_statement")) {
      assertThatThrownBy(() -> church.update(sql))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  private List<Integer> pass(int atOnce) {
    church.run(() -> make.begin(YEAR));
    int givers = 0;
    int made = 0;
    int replaced = 0;
    MakeStatements.Made some;
    do {
      some = church.call(() -> make.next(YEAR, atOnce));
      givers += some.givers();
      made += some.made();
      replaced += some.replaced();
    } while (some.givers() > 0);
    return List.of(givers, made, replaced);
  }

  private Statement of(UUID person) {
    return church.call(
        () -> {
          StatementItem item =
              statements
                  .list(
                      StatementFilter.of(new Parameters(Map.of("year", "2025"))),
                      Reach.EVERYTHING,
                      null,
                      200)
                  .items()
                  .stream()
                  .filter(one -> one.person().equals(person))
                  .findFirst()
                  .orElseThrow();
          return statements.require(item.id(), null, Reach.EVERYTHING);
        });
  }

  private List<Integer> numbers() {
    return church.call(
        () ->
            transactions.execute(
                open ->
                    jdbc.sql("SELECT number FROM giving_statement WHERE year = 2025 ORDER BY 1")
                        .query(Integer.class)
                        .list()));
  }

  private List<String> list(String name, String value) {
    return names(StatementFilter.of(new Parameters(Map.of(name, value))), Reach.EVERYTHING);
  }

  private List<String> seenBy(String role, Unit unit) {
    PersonId reader = tree.holder(new Role(role), unit.id());
    return names(StatementFilter.of(new Parameters(Map.of())), reach(reader));
  }

  private List<String> names(StatementFilter filter, Reach reach) {
    return church.call(
        () ->
            statements.list(filter, reach, null, 50).items().stream()
                .map(StatementItem::name)
                .toList());
  }

  private Reach reach(PersonId person) {
    return church.call(() -> access.reachOf(person, Area.MONEY));
  }

  private static List<String> told(List<Statement.Sum> sums) {
    return sums.stream().map(sum -> sum.name() + " " + sum.amount().text()).toList();
  }

  private UUID person(String given, String family) {
    return church.call(() -> people.create(new NewPerson(given, family, null, null, "en")).value());
  }

  private void livesAt(UUID person, String street, String city) {
    UUID household = UUID.randomUUID();
    church.update(
        """
        INSERT INTO household (id, name, street, city, country, created_at)
        VALUES (?, 'Family', ?, ?, 'US', now())
        """,
        household,
        street,
        city);
    church.update("UPDATE person SET household_id = ? WHERE id = ?", household, person);
  }

  private long gift(
      @Nullable UUID person, String fund, String day, long amount, String currency, Unit unit) {
    return church.call(
        () ->
            transactions.execute(
                open ->
                    jdbc.sql(
                            """
                            INSERT INTO contribution (person_id, fund_id, unit_id, amount,
                              currency, given_on, method, created_at)
                            VALUES (?, (SELECT id FROM fund WHERE code = ?), ?, ?, ?,
                              CAST(? AS date), 'cash', now())
                            RETURNING id
                            """)
                        .param(person)
                        .param(fund)
                        .param(unit.id().value())
                        .param(amount)
                        .param(currency)
                        .param(day)
                        .query(Long.class)
                        .single()));
  }
}
