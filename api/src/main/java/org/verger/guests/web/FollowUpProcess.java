package org.verger.guests.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestId;
import org.verger.organisation.CandidateGroup;

/** What the pages of guests read of the engine. */
@Component
@RunsInRole(RunsInRole.API)
class FollowUpProcess {

  private static final String PROCESS = "guest-follow-up";
  private static final String TASKS =
      """
      SELECT key, element_id, subject_id, candidate_groups, due_at, created_at
      FROM engine.user_task WHERE state = 'open' AND process_id = 'guest-follow-up'
      """;

  private final JdbcClient jdbc;

  FollowUpProcess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An open task.
   *
   * @param guest the guest's id
   */
  record OpenTask(
      long key,
      String element,
      String guest,
      Set<CandidateGroup> groups,
      @Nullable Instant dueAt,
      Instant createdAt) {}

  /** Where an instance stands: element ids, each at most once in one of the two. */
  record Position(String processId, int version, Set<String> active, Set<String> done) {}

  @Transactional(readOnly = true)
  List<OpenTask> tasksOf(GuestId guest) {
    return jdbc.sql(TASKS + " AND subject_id = ? ORDER BY created_at, key")
        .param(guest.toString())
        .query(FollowUpProcess::task)
        .list();
  }

  /** The open tasks of the groups, the soonest due first. */
  @Transactional(readOnly = true)
  List<OpenTask> tasksFor(Collection<CandidateGroup> groups) {
    return jdbc.sql(
            TASKS
                + " AND candidate_groups && ?::text[] ORDER BY due_at NULLS LAST, created_at, key")
        .param(groups.stream().map(CandidateGroup::format).toArray(String[]::new))
        .query(FollowUpProcess::task)
        .list();
  }

  @Transactional(readOnly = true)
  Optional<Position> positionOf(GuestId guest) {
    return jdbc.sql(
            """
            SELECT key, process_id, version FROM engine.process_instance
            WHERE subject_id = ? AND process_id = ? ORDER BY started_at DESC LIMIT 1
            """)
        .params(guest.toString(), PROCESS)
        .query(
            (row, number) ->
                new Position(
                    row.getString("process_id"),
                    row.getInt("version"),
                    elements(row.getLong("key"), true),
                    elements(row.getLong("key"), false)))
        .optional();
  }

  @Transactional(readOnly = true)
  Optional<String> diagram(String processId, int version) {
    return jdbc.sql(
            """
            SELECT xml FROM engine.process_definition WHERE process_id = ? AND version = ?
            ORDER BY key DESC LIMIT 1
            """)
        .params(processId, version)
        .query(String.class)
        .optional();
  }

  private Set<String> elements(long instance, boolean active) {
    return Set.copyOf(
        jdbc.sql(
                """
                SELECT element_id FROM engine.element_instance
                WHERE process_instance_key = ? AND element_type <> 'PROCESS'
                GROUP BY element_id HAVING bool_or(state = 'active') = ?
                """)
            .params(instance, active)
            .query(String.class)
            .list());
  }

  private static OpenTask task(ResultSet row, int number) throws SQLException {
    Timestamp due = row.getTimestamp("due_at");
    return new OpenTask(
        row.getLong("key"),
        row.getString("element_id"),
        row.getString("subject_id"),
        Arrays.stream((String[]) row.getArray("candidate_groups").getArray())
            .map(CandidateGroup::parse)
            .collect(Collectors.toUnmodifiableSet()),
        due == null ? null : due.toInstant(),
        row.getTimestamp("created_at").toInstant());
  }
}
