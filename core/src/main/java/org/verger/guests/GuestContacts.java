package org.verger.guests;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names and numbers of many guests at once, for lists that know their ids only. */
@Component
public class GuestContacts {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final JdbcClient jdbc;

  GuestContacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a guest is named and called.
   *
   * @param name first and last name
   * @param phone E.164
   */
  public record Contact(String id, String name, @Nullable String phone) {

    /** Without the person's data. */
    @Override
    public String toString() {
      return "guest " + id;
    }
  }

  /** Those of {@code ids} that are guests, by id. */
  @Transactional(readOnly = true)
  public Map<String, Contact> of(Collection<String> ids) {
    UUID[] possible =
        ids.stream()
            .filter(id -> UUID_SHAPE.matcher(id).matches())
            .map(UUID::fromString)
            .toArray(UUID[]::new);
    return jdbc
        .sql(
            """
            SELECT id, trim(first_name || ' ' || last_name) AS name, phone FROM guest WHERE id = ANY (?)
            """)
        .param(possible)
        .query(
            (row, number) ->
                new Contact(row.getString("id"), row.getString("name"), row.getString("phone")))
        .list()
        .stream()
        .collect(Collectors.toMap(Contact::id, contact -> contact));
  }
}
