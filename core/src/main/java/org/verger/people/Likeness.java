package org.verger.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a row of a file is about somebody who is known: certainly, likely, or not. */
sealed interface Likeness {

  /** It is this person. */
  record Certain(KnownPerson person) implements Likeness {}

  /** It may be one of these. */
  record Likely(List<UUID> candidates, String reason) implements Likeness {}

  /** It is nobody who is known. */
  record None() implements Likeness {}

  /** Compares a row with everybody. */
  static Likeness of(PersonRow row, KnownPeople people) {
    KnownPerson sameId = row.externalId() == null ? null : people.byExternalId(row.externalId());
    if (sameId != null) {
      return agree(row, sameId)
          ? new Certain(sameId)
          : new Likely(List.of(sameId.id()), "The id belongs to somebody else here: choose");
    }
    List<KnownPerson> named =
        people.named(row.givenName(), row.familyName()).stream()
            .filter(person -> !contradicts(row, person))
            .toList();
    List<KnownPerson> certain =
        named.stream()
            .filter(
                person -> confirmed(row, person) && !differ(row.externalId(), person.externalId()))
            .toList();
    if (certain.size() == 1) {
      return new Certain(certain.getFirst());
    }
    Set<UUID> likely = new LinkedHashSet<>();
    named.forEach(person -> likely.add(person.id()));
    people.reachedAt(row.email(), row.phone()).stream()
        .filter(person -> !contradicts(row, person) && alike(row, person))
        .forEach(person -> likely.add(person.id()));
    return likely.isEmpty()
        ? new None()
        : new Likely(List.copyOf(likely), "Likely somebody who is known already: choose");
  }

  // The ids of two systems say nothing, and couples may share one. People marry and go by
  // nicknames.
  private static boolean agree(PersonRow row, KnownPerson person) {
    boolean family = NameKeys.of(row.familyName()).equals(NameKeys.of(person.familyName()));
    boolean given =
        NameKeys.of(row.givenName()).equals(NameKeys.of(person.givenName()))
            || NameKeys.alike(row.givenName(), person.givenName());
    boolean reached = same(row.email(), person.email()) || same(row.phone(), person.phone());
    if (differ(row.birthDate(), person.birthDate())) {
      return family && given && reached;
    }
    boolean born = same(row.birthDate(), person.birthDate());
    return given ? family || reached || born : family && born;
  }

  private static boolean confirmed(PersonRow row, KnownPerson person) {
    return same(row.email(), person.email())
        || same(row.phone(), person.phone())
        || same(row.birthDate(), person.birthDate());
  }

  // Father and son have one name. Within one file another id is another person; the ids of two
  // systems say nothing.
  private static boolean contradicts(PersonRow row, KnownPerson person) {
    return differ(row.birthDate(), person.birthDate())
        || (person.isOfTheFile() && differ(row.externalId(), person.externalId()));
  }

  // A spouse or child has the same address and another given name.
  private static boolean alike(PersonRow row, KnownPerson person) {
    return NameKeys.alike(row.givenName(), person.givenName())
        && (NameKeys.of(row.familyName()).equals(NameKeys.of(person.familyName()))
            || same(row.birthDate(), person.birthDate())
            || same(row.email(), person.email()));
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one != null && one.equals(other);
  }

  private static boolean differ(@Nullable Object one, @Nullable Object other) {
    return one != null && other != null && !Objects.equals(one, other);
  }
}
