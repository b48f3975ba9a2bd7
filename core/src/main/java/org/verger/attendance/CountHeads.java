package org.verger.attendance;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Says how many were in the room. */
@Component
public class CountHeads {

  private final JdbcClient jdbc;
  private final Gatherings gatherings;
  private final Access access;
  private final Audit audit;

  CountHeads(JdbcClient jdbc, Gatherings gatherings, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.gatherings = gatherings;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Records the number.
   *
   * @param expected the version that was read; null for any
   * @param headcount null when nobody knows
   * @throws UnknownGatheringException when there is none within reach of {@code by}
   * @throws ChangedMeanwhileException when it has changed since
   * @throws InvalidInputException when no such number can be counted
   */
  @Transactional
  public void count(PersonId by, UUID id, @Nullable Integer expected, @Nullable Integer headcount) {
    Gathering before = gatherings.lock(id, access.reachOf(by, Area.EVENTS));
    if (expected != null && expected != before.version()) {
      throw new ChangedMeanwhileException();
    }
    if (headcount != null && !GatheringCheck.isCount(headcount)) {
      throw InvalidInputException.of("headcount", "Give how many were counted, 0 or more");
    }
    jdbc.sql("UPDATE gathering SET headcount = ?, version = version + 1 WHERE id = ?")
        .param(headcount)
        .param(id)
        .update();
    audit.record(
        "attendance-counted",
        id.toString(),
        by.value(),
        Map.of("headcount", headcount == null ? "" : headcount));
  }
}
