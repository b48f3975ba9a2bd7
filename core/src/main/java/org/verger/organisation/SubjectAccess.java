package org.verger.organisation;

import java.util.Optional;

/** A feature's answer to which unit the subject of a process or a message belongs to. */
public interface SubjectUnits {

  /** The unit; empty when the subject is none of this feature's, or belongs to no unit. */
  Optional<UnitId> unitOf(String subjectId);
}
