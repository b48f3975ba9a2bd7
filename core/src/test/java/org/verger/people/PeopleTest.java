package org.verger.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.audit.Audit;
import org.verger.audit.AuditEntry;
import org.verger.exports.ExportedList;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.paging.Page;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Who sees whom, and what changes them. */
class PeopleTest extends ChurchTest {

  @Autowired PeopleList peopleList;
  @Autowired PersonDetails details;
  @Autowired EnterPerson enterPerson;
  @Autowired ChangePerson changePerson;
  @Autowired MovePerson move;
  @Autowired EnterHousehold enterHousehold;
  @Autowired ChangeHousehold changeHousehold;
  @Autowired HouseholdDetails households;
  @Autowired HouseholdList householdList;
  @Autowired PeopleExport export;
  @Autowired Audit audit;
  @Autowired Units units;
  @Autowired People people;
  @Autowired org.springframework.transaction.support.TransactionTemplate transaction;

  private Tree tree;
  private PersonId admin;
  private PersonId leader;

  @BeforeEach
  void plant() {
    tree = Tree.plant(church, units, people);
    admin = tree.holder(Role.ADMIN, tree.nation().id());
    leader = tree.holder(Role.CAMPUS_LEADER, tree.downtown().id());
  }

  @Test
  void whatWasWrittenIsKeptInOneForm() {
    PersonView person = seen(admin, enter("  Ana ", "Ruiz", tree.groupA()));
    assertThat(person.name()).isEqualTo("Ana Ruiz");
    assertThat(person.email()).isEqualTo("ana@people.example");
    assertThat(person.phone()).isEqualTo("+13125550123");
    assertThat(person.birthDate()).isEqualTo(LocalDate.of(1990, 2, 3));
    assertThat(person.version()).isEqualTo(1);
  }

  @Test
  void everyFieldThatIsWrongIsNamedAtOnce() {
    String tomorrow =
        clock.instant().atZone(java.time.ZoneId.of("America/Chicago")).plusDays(1).toLocalDate()
            + "";
    PersonForm form =
        new PersonForm(
            " ", "x".repeat(81), "no", "12", "xx", tomorrow, "pope", "1.2.2020", null, "y", true);
    assertThatThrownBy(() -> church.call(() -> enterPerson.enter(admin, form)))
        .asInstanceOf(type(InvalidInputException.class))
        .extracting(invalid -> invalid.errors().stream().map(FieldError::field).toList())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .containsExactlyInAnyOrder(
            "givenName",
            "familyName",
            "email",
            "phone",
            "language",
            "birthDate",
            "membership",
            "joinedOn",
            "unit");
  }

  @Test
  void theListIsReadPageByPageAndMissesNobodyOfTheSameName() {
    for (int number = 0; number < 7; number++) {
      enter(number % 2 == 0 ? "ana" : "Ana", "Ruiz", tree.groupA());
    }
    enter("Zoe", "Adams", tree.groupA());
    List<String> names = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    String cursor = null;
    do {
      String after = cursor;
      Page<PersonCard> page =
          church.call(() -> peopleList.list(leader, filter("unit", tree.groupA()), after, 3));
      page.items().forEach(one -> names.add(one.familyName()));
      page.items().forEach(one -> ids.add(one.id()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(ids).hasSize(8).doesNotHaveDuplicates();
    assertThat(names.getFirst()).isEqualTo("Adams");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> church.call(() -> peopleList.list(leader, PeopleFilter.ALL, "x", 3)));
  }

  @Test
  void thoseOutOfReachAreSeenByNobody() {
    PersonId inside = enter("Ana", "Ruiz", tree.groupA());
    PersonId outside = enter("Ben", "Adams", tree.uptown());
    PersonId ofAll = enter("Eva", "Stone", null);
    assertThat(found(leader, Map.of())).containsExactly("Ana Ruiz");
    assertThat(church.call(() -> details.find(inside, leader))).isPresent();
    assertThat(church.call(() -> details.find(outside, leader))).isEmpty();
    assertThat(church.call(() -> details.find(ofAll, leader))).isEmpty();
    assertThat(found(admin, Map.of())).contains("Ana Ruiz", "Ben Adams", "Eva Stone");
    PersonId member = tree.holder(Role.MEMBER, tree.groupA().id());
    assertThat(found(member, Map.of())).isEmpty();
    assertThatThrownBy(() -> change(leader, outside, null, form("Ben", "Adams", tree.groupA())))
        .isInstanceOf(UnknownPersonException.class);
    assertThatThrownBy(() -> change(leader, inside, null, form("Ana", "Ruiz", tree.uptown())))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(
            () -> church.call(() -> enterPerson.enter(leader, form("A", "B", tree.uptown()))))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> church.call(() -> enterPerson.enter(leader, form("A", "B", null))))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void contactBirthDateAndFamilyNeedTheRightToMemberData() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    family(admin, ana);
    PersonId coordinator = tree.holder(new Role("group-coordinator"), tree.downtown().id());
    PersonView view = seen(coordinator, ana);
    assertThat(view.open()).isFalse();
    assertThat(view.changeable()).isFalse();
    assertThat(new Object[] {view.email(), view.phone(), view.birthDate(), view.family()})
        .containsOnlyNulls();
    assertThat(found(coordinator, Map.of("search", "people.example"))).isEmpty();
    assertThat(found(coordinator, Map.of("search", "555-0123"))).isEmpty();
    assertThat(found(leader, Map.of("search", "(312) 555-0123"))).containsExactly("Ana Ruiz");
    assertThat(found(leader, Map.of("search", "ANA@PEOPLE"))).containsExactly("Ana Ruiz");
    assertThat(exported(coordinator, Map.of()).getFirst().subList(0, 5))
        .containsExactly("Ana", "Ruiz", null, null, null);
    assertThat(exported(coordinator, Map.of()).getFirst()).doesNotContain("Ruiz family");
    assertThat(exported(leader, Map.of()).getFirst())
        .contains("ana@people.example", "+13125550123", "Ruiz family");
    assertThat(church.call(() -> householdList.list(coordinator, null, null, 10)).items())
        .isEmpty();
    assertThatThrownBy(() -> change(coordinator, ana, null, form("Ana", "Ruiz", tree.groupA())))
        .isInstanceOf(NotAllowedException.class);
  }

  @Test
  void theFileHasThoseWhomThePageShowsWithTheSameFilters() {
    enter("Ana", "Ruiz", tree.groupA());
    enter("Ben", "Adams", tree.downtown());
    enter("Eva", "Stone", tree.uptown());
    for (Map<String, String> filter :
        List.of(
            Map.of("search", "a"),
            Map.of("unit", tree.downtown().id().toString()),
            Map.of("membership", "visitor"),
            Map.of("active", "false"),
            Map.of("active", "true", "search", "stone"),
            Map.of("group", UUID.randomUUID().toString()))) {
      List<String> names =
          exported(leader, filter).stream().map(row -> row.get(0) + " " + row.get(1)).toList();
      assertThat(names).as(filter.toString()).isEqualTo(found(leader, filter));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> exported(leader, Map.of("membership", "pope")));
  }

  @Test
  void aChangeThatWasMeantForAnotherVersionIsRefused() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    change(leader, ana, 1, form("Ana", "Soto", tree.groupA()));
    assertThat(seen(leader, ana).version()).isEqualTo(2);
    assertThatThrownBy(() -> change(leader, ana, 1, form("Anna", "Ruiz", tree.groupA())))
        .isInstanceOf(ChangedMeanwhileException.class);
    assertThat(seen(leader, ana).familyName()).isEqualTo("Soto");
    change(leader, ana, 2, form("Ana", "Soto", tree.groupA()));
    assertThat(seen(leader, ana).version()).as("nothing was changed").isEqualTo(2);
  }

  @Test
  void theAuditLogNamesFieldsAndNoData() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    change(leader, ana, null, form("Ana", "Soto", tree.groupB()));
    List<AuditEntry> story = church.call(() -> audit.of(ana.toString()));
    assertThat(story)
        .extracting(AuditEntry::action)
        .containsExactly("people-entered", "people-changed");
    assertThat(story.getLast().detail()).isEqualTo(Map.of("fields", List.of("familyName", "unit")));
  }

  @Test
  void theContactOfWhoeverHoldsARoleIsChangedByThoseWhoLookAfterTheSystem() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    church.run(() -> people.assign(ana, Role.GROUP_LEADER, tree.groupA().id()));
    PersonForm other = with(form("Ana", "Ruiz", tree.groupA()), "leader@evil.example", true);
    assertThatThrownBy(() -> change(leader, ana, null, other))
        .isInstanceOf(NotAllowedException.class);
    change(leader, ana, null, form("Ana", "Soto", tree.groupA()));
    change(admin, ana, null, other);
    assertThat(seen(admin, ana).email()).isEqualTo("leader@evil.example");
    assertThatThrownBy(() -> change(admin, ana, null, with(other, "leader@evil.example", false)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void peopleComeIntoAFamilyAndLeaveIt() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    PersonId ben = enter("Ben", "Ruiz", tree.groupB());
    HouseholdId family = family(leader, ana);
    church.run(() -> move.join(leader, ben, 1, family, HouseholdRole.CHILD));
    assertThat(view(leader, family).members())
        .extracting(HouseholdView.Member::name)
        .containsExactly("Ana Ruiz", "Ben Ruiz");
    assertThat(seen(leader, ben).version()).isEqualTo(2);
    assertThatThrownBy(() -> church.run(() -> move.leave(leader, ben, 1)))
        .isInstanceOf(ChangedMeanwhileException.class);
    church.run(() -> move.leave(leader, ben, 2));
    church.run(() -> move.leave(leader, ben, 3));
    assertThat(seen(leader, ben).family()).isNull();
    assertThat(church.call(() -> audit.of(ben.toString())))
        .extracting(AuditEntry::action)
        .containsExactly("people-entered", "people-family-joined", "people-family-left");
  }

  @Test
  void aFamilyIsSeenByThoseWhoSeeOneOfItAndChangedByThoseWhoReachAll() {
    PersonId ana = enter("Ana", "Ruiz", tree.groupA());
    PersonId ben = enter("Ben", "Ruiz", tree.uptown());
    HouseholdId family = family(leader, ana);
    church.run(() -> move.join(admin, ben, null, family, HouseholdRole.SPOUSE));
    HouseholdView view = view(leader, family);
    assertThat(view.members()).extracting(HouseholdView.Member::name).containsExactly("Ana Ruiz");
    assertThat(view.others()).isEqualTo(1);
    assertThat(view.changeable()).isFalse();
    HouseholdForm form = new HouseholdForm("Ruiz-Soto", null, null, null, null, "us");
    assertThatThrownBy(() -> church.run(() -> changeHousehold.change(leader, family, null, form)))
        .isInstanceOf(NotAllowedException.class);
    church.run(() -> changeHousehold.change(admin, family, 1, form));
    assertThat(view(admin, family).country()).isEqualTo("US");
    assertThatThrownBy(() -> church.run(() -> changeHousehold.change(admin, family, 1, form)))
        .isInstanceOf(ChangedMeanwhileException.class);
    PersonId other = tree.holder(Role.REGIONAL_DIRECTOR, tree.south().id());
    assertThat(church.call(() -> households.find(family, other))).isEmpty();
    assertThatThrownBy(
            () -> church.call(() -> enterHousehold.enter(leader, form, null, HouseholdRole.HEAD)))
        .isInstanceOf(InvalidInputException.class);
  }

  private PersonId enter(String given, String family, @Nullable Unit unit) {
    return church.call(() -> enterPerson.enter(admin, form(given, family, unit)));
  }

  private static PersonForm form(String given, String family, @Nullable Unit unit) {
    return new PersonForm(
        given,
        family,
        given.strip() + "@People.example",
        "(312) 555-0123",
        null,
        "1990-02-03",
        "attender",
        null,
        null,
        unit == null ? null : unit.id().toString(),
        null);
  }

  private static PersonForm with(PersonForm form, String email, boolean active) {
    return new PersonForm(
        form.givenName(),
        form.familyName(),
        email,
        form.phone(),
        form.language(),
        form.birthDate(),
        form.membership(),
        form.joinedOn(),
        form.leftOn(),
        form.unit(),
        active);
  }

  private void change(PersonId by, PersonId id, @Nullable Integer version, PersonForm form) {
    church.run(() -> changePerson.change(by, id, version, form));
  }

  private HouseholdId family(PersonId by, PersonId head) {
    HouseholdForm form = new HouseholdForm("Ruiz family", "Maple 1", "Chicago", null, null, null);
    return church.call(() -> enterHousehold.enter(by, form, head, HouseholdRole.HEAD));
  }

  private PersonView seen(PersonId by, PersonId id) {
    return church.call(() -> details.find(id, by)).orElseThrow();
  }

  private HouseholdView view(PersonId by, HouseholdId id) {
    return church.call(() -> households.find(id, by)).orElseThrow();
  }

  private static PeopleFilter filter(String name, Unit unit) {
    return PeopleFilter.of(Map.of(name, unit.id().toString()));
  }

  private List<String> found(PersonId by, Map<String, String> filter) {
    return church
        .call(() -> peopleList.list(by, PeopleFilter.of(new HashMap<>(filter)), null, 200))
        .items()
        .stream()
        .map(PersonCard::name)
        .toList();
  }

  private List<List<@Nullable Object>> exported(PersonId by, Map<String, String> filter) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ExportedList.Rows taker = cells -> rows.add(new ArrayList<>(cells));
    church.run(() -> transaction.executeWithoutResult(open -> export.write(filter, by, taker)));
    return rows;
  }
}
