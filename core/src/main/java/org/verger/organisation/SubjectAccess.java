package org.verger.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a feature knows of its subjects that decides who may see them. */
public interface SubjectAccess {

  /**
   * Where a subject belongs.
   *
   * @param area which rights decide about it
   * @param unit null when it belongs to the whole church
   */
  record Place(Area area, @Nullable UnitId unit) {}

  /** The subject's place; empty when it is none of this feature's. */
  Optional<Place> placeOf(String subjectId);

  /** Whether the person did something about the subject before, and so goes on seeing it. */
  boolean tookPart(PersonId person, String subjectId);
}
