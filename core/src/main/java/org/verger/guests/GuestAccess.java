package org.verger.guests;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.SubjectAccess;
import org.verger.organisation.UnitId;

/** Guests belong to units, and to those who called or met them. */
@Component
class GuestAccess implements SubjectAccess {

  private final JdbcClient jdbc;

  GuestAccess(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Place> placeOf(String subjectId) {
    return guest(subjectId)
        .flatMap(
            id ->
                jdbc.sql("SELECT unit_id FROM guest WHERE id = ?")
                    .param(id.value())
                    .query((row, number) -> place(row.getObject("unit_id", UUID.class)))
                    .optional());
  }

  private static Place place(@Nullable UUID unit) {
    return new Place(Area.PEOPLE, unit == null ? null : new UnitId(unit));
  }

  @Override
  @Transactional(readOnly = true)
  public boolean tookPart(PersonId person, String subjectId) {
    return guest(subjectId)
        .filter(
            id ->
                jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM guest_activity
                                       WHERE guest_id = ? AND person_id = ?)
                        """)
                    .params(id.value(), person.value())
                    .query(Boolean.class)
                    .single())
        .isPresent();
  }

  private static Optional<GuestId> guest(String subjectId) {
    try {
      return Optional.of(GuestId.parse(subjectId));
    } catch (IllegalArgumentException another) {
      return Optional.empty();
    }
  }
}
