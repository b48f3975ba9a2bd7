package org.verger.pages;

import java.util.Optional;
import org.verger.organisation.PersonId;

/** What a feature shows on the page of a person; each is a bean. */
public interface PersonSection {

  /** Smaller ones come first; the features of today stand at 100, 200, … */
  int order();

  /** What whoever is signed in may see about the person; empty when it is nothing. */
  Optional<Found> find(PersonId person);

  /**
   * What was found.
   *
   * @param template the template whose fragment {@code section(content)} shows it, a card with a
   *     heading of the second level
   * @param content what the fragment needs
   */
  record Found(String template, Object content) {}
}
