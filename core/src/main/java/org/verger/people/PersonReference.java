package org.verger.people;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a row about something else names them.
 *
 * @param externalId their id in the other system
 * @param given may be empty
 * @param family may be empty
 */
public record PersonReference(
    @Nullable String externalId,
    String given,
    String family,
    @Nullable String email,
    @Nullable String phone) {

  /** Whom a reference means. */
  public sealed interface Match {

    /** This person. */
    record Found(KnownPerson person) implements Match {}

    /** One of these; a person has to say which. */
    record Several(List<UUID> candidates, String reason) implements Match {}

    /** Nobody who is known. */
    record Nobody(String reason) implements Match {}
  }

  /** Whether the row names nobody at all. */
  public boolean isBlank() {
    return externalId == null && !hasName() && email == null && phone == null;
  }

  private boolean hasName() {
    return !given.isEmpty() || !family.isEmpty();
  }

  /** Looks for the person: by id, then by e-mail and telephone, then by name alone. */
  public Match in(KnownPeople people) {
    if (externalId != null) {
      KnownPerson person = people.byExternalId(externalId);
      if (person != null) {
        return agreesWith(person)
            ? new Match.Found(person)
            : new Match.Several(List.of(person.id()), "The id belongs to somebody of another name");
      }
    }
    Collection<KnownPerson> reached = people.reachedAt(email, phone);
    List<KnownPerson> same =
        hasName() ? reached.stream().filter(this::isNamed).toList() : List.copyOf(reached);
    return switch (same.size()) {
      case 0 -> byName(people);
      case 1 -> new Match.Found(same.getFirst());
      default -> several(same);
    };
  }

  private Match byName(KnownPeople people) {
    List<KnownPerson> named = hasName() ? people.named(given, family) : List.of();
    return switch (named.size()) {
      case 0 -> nobody();
      case 1 -> new Match.Found(named.getFirst());
      default -> several(named);
    };
  }

  private static Match several(List<KnownPerson> people) {
    return new Match.Several(
        people.stream().map(KnownPerson::id).toList(),
        "Several people could be meant: choose which");
  }

  private Match nobody() {
    return new Match.Nobody(
        hasName()
            ? "Nobody called %s is known: import people first, or correct the name"
                .formatted(name())
            : "Nobody with this id, e-mail or phone is known: import people first");
  }

  private String name() {
    return (given + " " + family).strip();
  }

  private boolean isNamed(KnownPerson person) {
    return NameKeys.first(person.givenName(), person.familyName())
        .equals(NameKeys.first(given, family));
  }

  // People marry and go by nicknames: one of the two names has to be the same, or how they are
  // reached.
  private boolean agreesWith(KnownPerson person) {
    return !hasName()
        || NameKeys.of(person.familyName()).equals(NameKeys.of(family))
        || NameKeys.alike(person.givenName(), given)
        || (email != null && email.equals(person.email()))
        || (phone != null && phone.equals(person.phone()));
  }
}
