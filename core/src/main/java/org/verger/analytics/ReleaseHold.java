package org.verger.analytics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Lets figures be made although a check found something. */
@Component
public class ReleaseHold {

  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  ReleaseHold(JdbcClient jdbc, Access access, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Releases what a check found in a scope. It stays released as long as exactly the same records
   * are found, also by another night.
   *
   * @throws NotAllowedException when {@code by} does not look after the whole church's system
   * @throws InvalidInputException when nothing is held by it
   */
  @Transactional
  public void release(PersonId by, Scope scope, String check) {
    access.requireEverywhere(by, Area.SYSTEM);
    int released =
        jdbc.sql(
                """
                UPDATE check_finding SET released_by = ?, released_at = ?
                WHERE from_day = ? AND through_day = ? AND name = ? AND holds
                  AND released_at IS NULL
                """)
            .params(
                by.value(),
                Timestamp.from(Instant.now(clock)),
                scope.from(),
                scope.through(),
                check)
            .update();
    if (released == 0) {
      throw InvalidInputException.of("check", "Nothing is held by it any more: reload the page");
    }
    audit.record(
        "analytics-hold-released",
        check,
        by.value(),
        Map.of("from", scope.from().toString(), "through", scope.through().toString()));
  }
}
