package org.verger.organisation;

import java.util.Optional;

/** What a feature knows of its subjects that decides who may see them. */
public interface SubjectAccess {

  /** The subject's unit; empty when it is none of this feature's, or belongs to no unit. */
  Optional<UnitId> unitOf(String subjectId);

  /** Whether the person did something about the subject before, and so goes on seeing it. */
  boolean tookPart(PersonId person, String subjectId);
}
