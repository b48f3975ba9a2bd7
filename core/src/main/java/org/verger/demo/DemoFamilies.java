package org.verger.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.verger.groups.ChangeGroupMembers;
import org.verger.groups.EnterGroup;
import org.verger.groups.GroupForm;
import org.verger.groups.GroupId;
import org.verger.groups.GroupRole;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.people.EnterHousehold;
import org.verger.people.EnterPerson;
import org.verger.people.HouseholdForm;
import org.verger.people.HouseholdId;
import org.verger.people.HouseholdRole;
import org.verger.people.MovePerson;
import org.verger.people.PersonForm;

/** The people of the demo church: families, and the groups they meet in. All are invented. */
@Component
@ConditionalOnBooleanProperty("verger.demo")
class DemoFamilies {

  // Family, street; then each member with the year of birth, how they belong, and their group.
  private static final String FAMILIES =
      """
      Bennett;214 Maple Street;Walter 1958 member s;Grace 1960 member b
      Castillo;17 Lincoln Avenue;Mateo 1985 member w;Elena 1987 member s;Sofia 2012 member y;Diego 2015 member y
      Okonkwo;901 Western Avenue;Chidi 1979 member m;Ngozi 1982 member s;Amara 2009 member y;Obinna 2014 member -
      Novak;45 Ainslie Street;Petra 1990 attender s;Tomas 1988 attender -;Klara 2019 attender -
      Hargrove;388 Leland Avenue;Dorothy 1947 member b
      Whitfield;72 Sunnyside Avenue;Marcus 1974 member w;Denise 1976 member m;Jordan 2006 member y
      Lindqvist;12 Giddings Street;Anders 1969 member b;Maja 1971 member b
      Ramirez;540 Lawrence Avenue;Carmen 1993 member m;Luis 1991 member w;Camila 2021 member -
      Abernathy;8 Eastwood Avenue;Ruth 1952 member b;Harold 1949 former -
      Tran;267 Argyle Street;Minh 1983 attender s;Linh 1986 attender s;An 2016 attender -;Bao 2018 attender -
      Kowalski;33 Berteau Avenue;Adam 1996 visitor -;Zofia 1998 visitor -
      Freeman;119 Rockwell Street;Naomi 1989 member m;Caleb 2011 member y;Hannah 2013 member y
      Petrov;62 Windsor Avenue;Nikolai 2001 attender w
      Delgado;470 Foster Avenue;Rosa 1965 member b;Hector 1963 member s;Ines 1999 member m
      """;

  private static final int PHONES_FROM = 100;

  private final EnterPerson enterPerson;
  private final EnterHousehold enterHousehold;
  private final MovePerson move;
  private final EnterGroup enterGroup;
  private final ChangeGroupMembers members;

  DemoFamilies(
      EnterPerson enterPerson,
      EnterHousehold enterHousehold,
      MovePerson move,
      EnterGroup enterGroup,
      ChangeGroupMembers members) {
    this.enterPerson = enterPerson;
    this.enterHousehold = enterHousehold;
    this.move = move;
    this.enterGroup = enterGroup;
    this.members = members;
  }

  /** Enters all of them, in the transaction that is open. */
  void enter(PersonId by, UnitId campus, UnitId group) {
    Map<String, GroupId> groups = groups(by, campus, group);
    int number = PHONES_FROM;
    for (String line : FAMILIES.lines().toList()) {
      List<String> parts = List.of(line.split(";"));
      HouseholdId family = null;
      for (String member : parts.subList(2, parts.size())) {
        String[] words = member.split(" ", -1);
        HouseholdRole role = role(words[1], family == null, parts.indexOf(member));
        UnitId unit = words[3].equals("s") ? group : campus;
        PersonId person = enterPerson.enter(by, form(words, parts.getFirst(), number++, unit));
        if (family == null) {
          family = enterHousehold.enter(by, household(parts), person, role);
        } else {
          move.join(by, person, null, family, role);
        }
        GroupId meets = groups.get(words[3]);
        if (meets != null) {
          members.add(by, meets, person, leads(words[0]));
        }
      }
    }
  }

  private Map<String, GroupId> groups(PersonId by, UnitId campus, UnitId group) {
    Map<String, GroupId> groups = new TreeMap<>();
    groups.put("s", group(by, group, "Lincoln Square evening", "small-group", "3", "19:30"));
    groups.put("b", group(by, campus, "Tuesday Bible study", "class", "2", "10:00"));
    groups.put("w", group(by, campus, "Welcome team", "team", "7", "09:15"));
    groups.put("m", group(by, campus, "Music team", "team", "4", "18:45"));
    groups.put("y", group(by, campus, "Youth", "small-group", "5", "18:00"));
    return groups;
  }

  private GroupId group(
      PersonId by, UnitId unit, String name, String kind, String day, String time) {
    return enterGroup.enter(
        by, new GroupForm(name, unit.toString(), kind, null, day, time, null, true));
  }

  private static HouseholdRole role(String born, boolean first, int place) {
    if (first) {
      return HouseholdRole.HEAD;
    }
    return Integer.parseInt(born) > 1995 && place > 2 ? HouseholdRole.CHILD : HouseholdRole.SPOUSE;
  }

  private static GroupRole leads(String name) {
    return List.of("Elena", "Walter", "Grace", "Mateo", "Denise", "Jordan").contains(name)
        ? GroupRole.LEADER
        : GroupRole.MEMBER;
  }

  private static PersonForm form(String[] words, String family, int number, UnitId unit) {
    boolean grown = Integer.parseInt(words[1]) < 2008;
    return new PersonForm(
        words[0],
        family,
        grown ? words[0] + "." + family + "@people.example" : null,
        grown ? "+1312555" + "%04d".formatted(number) : null,
        null,
        "%s-%02d-%02d".formatted(words[1], number % 12 + 1, number % 28 + 1),
        words[2],
        words[2].equals("visitor")
            ? null
            : "%d-09-0%d".formatted(2015 + number % 10, number % 9 + 1),
        words[2].equals("former") ? "2025-06-30" : null,
        unit.toString(),
        !words[2].equals("former"));
  }

  private static HouseholdForm household(List<String> parts) {
    return new HouseholdForm(
        parts.getFirst() + " family", parts.get(1), "Chicago", "IL", "60625", "US");
  }
}
