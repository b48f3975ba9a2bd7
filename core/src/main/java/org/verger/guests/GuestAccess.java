package org.verger.guests;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.SubjectUnits;
import org.verger.organisation.UnitId;

/** The units of guests. */
@Component
class GuestUnits implements SubjectUnits {

  private final JdbcClient jdbc;

  GuestUnits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UnitId> unitOf(String subjectId) {
    return jdbc.sql("SELECT unit_id FROM guest WHERE id::text = ? AND unit_id IS NOT NULL")
        .param(subjectId)
        .query(UUID.class)
        .optional()
        .map(UnitId::new);
  }
}
