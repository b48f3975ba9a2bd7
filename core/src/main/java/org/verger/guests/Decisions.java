package org.verger.guests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;

/** The guests' decisions, in the transaction that is open. */
@Component
class Decisions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Decisions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(GuestId guest, DecisionKind kind, @Nullable PersonId by) {
    jdbc.sql("INSERT INTO guest_decision (guest_id, kind, person_id, at) VALUES (?, ?, ?, ?)")
        .param(guest.value())
        .param(kind.code())
        .param(by == null ? null : by.value())
        .param(Timestamp.from(Instant.now(clock)))
        .update();
  }
}
