package org.verger.requests;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;

/**
 * A person whom a form names by a part of their name, and by one of those found when there are
 * several.
 */
@Component
@RunsInRole(RunsInRole.API)
public class PersonChoice {

  private static final int MOST_OFFERED = 12;

  private final People people;

  PersonChoice(People people) {
    this.people = people;
  }

  /**
   * Who is meant.
   *
   * @param chosen the id of one who was offered
   * @param name the name, a part of it, or the e-mail address
   * @throws InvalidInputException for the field, when it is nobody or can be several
   */
  public PersonId require(String field, @Nullable String chosen, @Nullable String name) {
    List<Person> found = found(name);
    List<Person> meant =
        found.stream().filter(one -> one.id().toString().equals(Given.text(chosen))).toList();
    List<Person> left = meant.isEmpty() ? found : meant;
    if (left.size() == 1) {
      return left.getFirst().id();
    }
    throw InvalidInputException.of(field, problem(name, left));
  }

  private static String problem(@Nullable String name, List<Person> left) {
    if (Given.text(name).isEmpty()) {
      return "Write the name, or a part of it";
    }
    return left.isEmpty()
        ? "Nobody who serves here is called that. Try a shorter part of the name"
        : "Several people are called that. Choose the one you mean";
  }

  /** Those who can be meant; what fits wholly goes before what fits in part. */
  public List<Person> found(@Nullable String name) {
    String text = Given.text(name);
    if (text.isEmpty()) {
      return List.of();
    }
    List<Person> called = people.called(text);
    return called.isEmpty() ? people.search(text).stream().limit(MOST_OFFERED).toList() : called;
  }

  /** The name of somebody; empty when there is nobody with this id. */
  public String nameOf(UUID person) {
    return people.find(new PersonId(person)).map(Person::name).orElse("");
  }
}
