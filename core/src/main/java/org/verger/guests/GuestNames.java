package org.verger.guests;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names of many guests at once, for lists that know their ids only. */
@Component
public class GuestNames {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final JdbcClient jdbc;

  GuestNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The full names of those of {@code ids} that are guests, by id. */
  @Transactional(readOnly = true)
  public Map<String, String> of(Collection<String> ids) {
    UUID[] possible =
        ids.stream()
            .filter(id -> UUID_SHAPE.matcher(id).matches())
            .map(UUID::fromString)
            .toArray(UUID[]::new);
    return jdbc
        .sql(
            """
            SELECT id, trim(first_name || ' ' || last_name) AS name FROM guest WHERE id = ANY (?)
            """)
        .param(possible)
        .query((row, number) -> Map.entry(row.getString("id"), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
