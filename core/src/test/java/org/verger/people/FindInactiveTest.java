package org.verger.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.testing.Church;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

class FindInactiveTest extends ChurchTest {

  @Autowired Units units;
  @Autowired People people;
  @Autowired FindInactive findInactive;
  @Autowired PeopleList list;
  @Autowired PersonDetails details;
  @Autowired TransactionTemplate transactions;

  private Tree tree;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
  }

  @Test
  void eachWayOfTakingPartCountsAndThreeMonthsWithoutOneAreFoundOnTheirDay() {
    attend(member("There"), "2026-03-10");
    give(member("Giver"), "2026-03-10");
    join(member("Joiner"), "2026-03-10");
    attend(member("Regular"), "2026-03-10", "2026-06-01");
    assertThat(sweep("2026-06-09")).isEqualTo(new FindInactive.Found(0, 0));
    assertThat(sweep("2026-06-10")).isEqualTo(new FindInactive.Found(3, 0));
    assertThat(sweep("2026-06-10")).isEqualTo(new FindInactive.Found(0, 0));
    assertThat(sweep("2026-06-11")).isEqualTo(new FindInactive.Found(0, 0));
    assertThat(lapses(church))
        .containsExactly(
            "Giver 2026-03-10 2026-06-10 -",
            "Joiner 2026-03-10 2026-06-10 -",
            "There 2026-03-10 2026-06-10 -");
  }

  @Test
  void whoComesBackAndStaysAwayAgainIsAnotherOccasion() {
    UUID ann = member("Ann");
    attend(ann, "2026-01-05");
    sweep("2026-04-05");
    attend(ann, "2026-04-20");
    assertThat(sweep("2026-04-21")).isEqualTo(new FindInactive.Found(0, 1));
    assertThat(lapses(church)).containsExactly("Ann 2026-01-05 2026-04-05 2026-04-20");
    sweep("2026-07-20");
    assertThat(lapses(church))
        .containsExactly("Ann 2026-01-05 2026-04-05 2026-04-20", "Ann 2026-04-20 2026-07-20 -");
    church.update("DELETE FROM gathering WHERE held_on = '2026-04-20'");
    attend(ann, "2026-02-01");
    assertThat(sweep("2026-07-21").lapsed()).as("it is the occasion that is known").isZero();
  }

  @Test
  void aSweepThatIsDaysLateFindsWhatEachNightWouldHave() {
    Church late = newChurch();
    Tree other = Tree.plant(late, units, people);
    for (Tree one : List.of(tree, other)) {
      UUID ann = member(one, "Ann");
      attend(one, ann, "2026-01-05");
      UUID ben = member(one, "Ben");
      attend(one, ben, "2026-01-20");
      UUID cleo = member(one, "Cleo");
      attend(one, cleo, "2026-01-12");
      UUID dan = member(one, "Dan");
      attend(one, dan, "2026-01-12");
    }
    sweep("2026-04-01");
    late.call(() -> findInactive.sweep(LocalDate.of(2026, 4, 1)));
    for (int day = 2; day <= 30; day++) {
      LocalDate today = LocalDate.of(2026, 4, day);
      church.run(() -> findInactive.sweep(today));
      switch (day) {
        case 11 -> comeBack(tree, "Dan", "2026-04-11");
        case 12 -> comeBack(tree, "Cleo", "2026-04-12");
        case 15 -> comeBack(tree, "Ann", "2026-04-15");
        default -> {}
      }
    }
    comeBack(other, "Ann", "2026-04-15");
    comeBack(other, "Cleo", "2026-04-12");
    comeBack(other, "Dan", "2026-04-11");
    late.call(() -> findInactive.sweep(LocalDate.of(2026, 4, 30)));
    assertThat(lapses(late))
        .isEqualTo(lapses(church))
        .containsExactly(
            "Ann 2026-01-05 2026-04-05 2026-04-15",
            "Ben 2026-01-20 2026-04-20 -",
            "Cleo 2026-01-12 2026-04-12 2026-04-12");
  }

  @Test
  void onlyMembersWhoAreHereAreLookedAtAndNewOnesNotBeforeThreeMonths() {
    attend(person("Visitor", "visitor", true, null), "2026-01-05");
    attend(person("Gone", "member", false, null), "2026-01-05");
    person("Old", "member", true, "2026-01-05");
    person("New", "member", true, "2026-03-01");
    sweep("2026-05-01");
    assertThat(lapses(church)).containsExactly("Old 2026-01-05 2026-04-05 -");
    sweep("2026-06-01");
    assertThat(lapses(church))
        .containsExactly("New 2026-03-01 2026-06-01 -", "Old 2026-01-05 2026-04-05 -");
  }

  @Test
  void theListAndThePageTellItToThoseWhoSeeThePersonsData() {
    UUID ann = member("Ann");
    attend(ann, "2026-01-05");
    attend(member("Ben"), "2026-05-05");
    sweep("2026-05-06");
    PersonId director = tree.holder(new Role("national-director"), tree.nation().id());
    PersonId trainer = tree.holder(new Role("training-coordinator"), tree.nation().id());
    PersonId operator = tree.holder(Role.OPERATOR, tree.nation().id());
    assertThat(inactive(director))
        .extracting(PersonCard::givenName, PersonCard::inactiveSince)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Ann", LocalDate.of(2026, 1, 5)));
    assertThat(inactive(operator)).isEmpty();
    assertThat(inactive(trainer)).isEmpty();
    assertThat(church.call(() -> details.find(new PersonId(ann), director)).orElseThrow())
        .extracting(PersonView::inactiveSince)
        .isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(church.call(() -> details.find(new PersonId(ann), operator)).orElseThrow())
        .extracting(PersonView::inactiveSince)
        .isNull();
  }

  private List<PersonCard> inactive(PersonId reader) {
    PeopleFilter filter = PeopleFilter.of(java.util.Map.of("inactive", "true"));
    return church.call(() -> list.list(reader, filter, null, 50).items());
  }

  private FindInactive.Found sweep(String day) {
    return church.call(() -> findInactive.sweep(LocalDate.parse(day)));
  }

  private UUID member(String name) {
    return member(tree, name);
  }

  private static UUID member(Tree in, String name) {
    UUID id =
        in.church()
            .call(() -> in.people().create(new NewPerson(name, "", null, null, "en")).value());
    in.church()
        .update("UPDATE person SET unit_id = ? WHERE id = ?", in.downtown().id().value(), id);
    return id;
  }

  private UUID person(String name, String membership, boolean active, @Nullable String joined) {
    UUID id = member(name);
    church.update(
        "UPDATE person SET membership = ?, active = ?, joined_on = nullif(?, '')::date WHERE id ="
            + " ?",
        membership,
        active,
        joined == null ? "" : joined,
        id);
    return id;
  }

  private void attend(UUID person, String... days) {
    attend(tree, person, days);
  }

  private static void attend(Tree in, UUID person, String... days) {
    for (String day : days) {
      UUID gathering = UUID.randomUUID();
      in.church()
          .update(
              """
              INSERT INTO gathering (id, unit_id, name, held_on, created_at)
              VALUES (?, ?, ?, CAST(? AS date), now())
              """,
              gathering,
              in.downtown().id().value(),
              "Service " + gathering,
              day);
      in.church()
          .update(
              "INSERT INTO attendance (gathering_id, person_id) VALUES (?, ?)", gathering, person);
    }
  }

  private void comeBack(Tree in, String name, String day) {
    UUID id =
        in.church()
            .call(
                () ->
                    transactions.execute(
                        open ->
                            jdbc.sql("SELECT id FROM person WHERE given_name = ?")
                                .param(name)
                                .query(UUID.class)
                                .single()));
    attend(in, id, day);
  }

  private void give(UUID person, String day) {
    church.update(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          created_at)
        VALUES (?, (SELECT id FROM fund), ?, 100, 'USD', CAST(? AS date), 'cash', now())
        """,
        person,
        tree.downtown().id().value(),
        day);
  }

  private void join(UUID person, String day) {
    church.update(
        """
        WITH g AS (
          INSERT INTO ministry_group (id, unit_id, name, kind, created_at)
          VALUES (gen_random_uuid(), ?, 'Choir', 'team', now()) RETURNING id)
        INSERT INTO group_member (group_id, person_id, role, since)
        SELECT id, ?, 'member', CAST(? AS date) FROM g
        """,
        tree.downtown().id().value(),
        person,
        day);
  }

  private List<String> lapses(Church of) {
    return of.call(
        () ->
            transactions.execute(
                open ->
                    jdbc.sql(
                            """
                            SELECT concat_ws(' ', p.given_name, l.since, l.found_on,
                              coalesce(l.returned_on::text, '-'))
                            FROM person_lapse l JOIN person p ON p.id = l.person_id ORDER BY 1
                            """)
                        .query(String.class)
                        .list()));
  }
}
