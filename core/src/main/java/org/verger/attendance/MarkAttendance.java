package org.verger.attendance;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Says who was there and who was not. More can be marked than were counted. */
@Component
public class MarkAttendance {

  private static final int MOST = 2000;

  private final JdbcClient jdbc;
  private final Gatherings gatherings;
  private final Access access;
  private final Audit audit;

  MarkAttendance(JdbcClient jdbc, Gatherings gatherings, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.gatherings = gatherings;
    this.access = access;
    this.audit = audit;
  }

  /** How many were marked, and how many marks were taken away; marking twice counts once. */
  public record Marked(int present, int absent) {}

  /**
   * Marks people; all or none.
   *
   * @throws UnknownGatheringException when there is none within reach of {@code by}
   * @throws InvalidInputException when somebody is not of this church, both there and not, or they
   *     are more than 2000
   */
  @Transactional
  public Marked mark(PersonId by, UUID id, Collection<UUID> present, Collection<UUID> absent) {
    gatherings.lock(id, access.reachOf(by, Area.EVENTS));
    check(present, absent);
    Marked marked =
        new Marked(
            jdbc.sql(
                    """
                    INSERT INTO attendance (gathering_id, person_id)
                    SELECT ?, one FROM unnest(?::text[]::uuid[]) AS one ON CONFLICT DO NOTHING
                    """)
                .params(id, ids(present))
                .update(),
            jdbc.sql(
                    "DELETE FROM attendance WHERE gathering_id = ? AND person_id = ANY"
                        + " (?::text[]::uuid[])")
                .params(id, ids(absent))
                .update());
    if (marked.present() + marked.absent() > 0) {
      audit.record(
          "attendance-marked",
          id.toString(),
          by.value(),
          Map.of("present", present, "absent", absent));
    }
    return marked;
  }

  private void check(Collection<UUID> present, Collection<UUID> absent) {
    Set<UUID> all = new HashSet<>(present);
    if (absent.stream().anyMatch(all::contains)) {
      throw InvalidInputException.of("absent", "Name each person once: present or absent");
    }
    all.addAll(absent);
    if (all.size() > MOST) {
      throw InvalidInputException.of("present", "Name at most %d people at once".formatted(MOST));
    }
    long known =
        jdbc.sql("SELECT count(*) FROM person WHERE id = ANY (?::text[]::uuid[])")
            .param(ids(all))
            .query(Long.class)
            .single();
    if (known < all.size()) {
      throw InvalidInputException.of("present", "Name only people of this church");
    }
  }

  private static String[] ids(Collection<UUID> people) {
    return people.stream().map(UUID::toString).toArray(String[]::new);
  }
}
