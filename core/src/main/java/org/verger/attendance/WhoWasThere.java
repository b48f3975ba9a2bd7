package org.verger.attendance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;

/** Who is known to have been at a gathering, and who could have been. */
@Component
public class WhoWasThere {

  private static final int MOST_OFFERED = 60;

  private final JdbcClient jdbc;

  WhoWasThere(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody of the church. */
  public record Attendee(UUID id, String givenName, String familyName) {

    /** Given and family name. */
    public String name() {
      return (givenName + " " + familyName).strip();
    }
  }

  /** Those who are marked present, by name. */
  @Transactional(readOnly = true)
  public List<Attendee> present(UUID gathering) {
    return jdbc.sql(
            """
            SELECT p.id, p.given_name, p.family_name
            FROM attendance a JOIN person p ON p.id = a.person_id
            WHERE a.gathering_id = ?
            ORDER BY lower(p.family_name), lower(p.given_name), p.id
            """)
        .param(gathering)
        .query(Attendee.class)
        .list();
  }

  /**
   * Those who are not marked yet and can be, by name, at most 60: whose name has this in it; or,
   * when nothing is searched, who belongs to the group or unit or was at such a gathering before.
   */
  @Transactional(readOnly = true)
  public List<Attendee> offered(Gathering gathering, @Nullable String search) {
    String which =
        search != null
            ? "position(lower(:search) IN lower(p.given_name || ' ' || p.family_name)) > 0"
            : gathering.group() != null
                ? """
                EXISTS (SELECT FROM group_member m
                        WHERE m.group_id = :group AND m.person_id = p.id
                          AND (m.until IS NULL OR m.until >= :day))
                """
                : """
                (p.unit_id = :unit OR p.id IN (
                  SELECT a.person_id FROM attendance a JOIN gathering g ON g.id = a.gathering_id
                  WHERE g.unit_id = :unit AND lower(g.name) = lower(:name)))
                """;
    Conditions conditions = new Conditions().and(which).with("gathering", gathering.id());
    given(conditions, gathering, search);
    return jdbc.sql(
            """
            SELECT p.id, p.given_name, p.family_name FROM person p
            WHERE p.active AND %s AND NOT EXISTS (
              SELECT FROM attendance a WHERE a.gathering_id = :gathering AND a.person_id = p.id)
            ORDER BY lower(p.family_name), lower(p.given_name), p.id LIMIT %d
            """
                .formatted(conditions.sql(), MOST_OFFERED))
        .params(conditions.params())
        .query(Attendee.class)
        .list();
  }

  private static void given(Conditions conditions, Gathering gathering, @Nullable String search) {
    UUID group = gathering.group();
    if (search != null) {
      conditions.with("search", search);
    } else if (group != null) {
      conditions.with("group", group).with("day", gathering.heldOn());
    } else {
      conditions.with("unit", gathering.unit()).with("name", gathering.name());
    }
  }

  /** The groups within reach that meet, by name: their ids and names. */
  @Transactional(readOnly = true)
  public List<GroupChoice> groups(Reach reach) {
    return jdbc.sql(
            """
            SELECT m.id, m.unit_id AS unit, m.name FROM ministry_group m
            JOIN unit u ON u.id = m.unit_id
            WHERE m.active AND u.path LIKE ANY (:patterns) ORDER BY lower(m.name), m.id
            """)
        .param("patterns", reach.patterns())
        .query(GroupChoice.class)
        .list();
  }

  /** A group that can have met. */
  public record GroupChoice(UUID id, UUID unit, String name) {}

  /** Hands over each visit to the gatherings of a list, read through a cursor. */
  void each(GatheringFilter filter, Reach reach, RowCallbackHandler taker) {
    Conditions conditions = filter.within(reach);
    jdbc.sql(
            """
            SELECT g.id AS gathering_id, g.held_on, g.name, u.name AS unit_name,
              p.id AS person_id, p.given_name, p.family_name
            FROM gathering g JOIN unit u ON u.id = g.unit_id
            JOIN attendance a ON a.gathering_id = g.id JOIN person p ON p.id = a.person_id
            WHERE %s ORDER BY g.held_on DESC, g.id DESC, lower(p.family_name), p.id
            """
                .formatted(conditions.sql()))
        .withFetchSize(ExportedList.FETCH_ROWS)
        .params(conditions.params())
        .query(taker);
  }
}
