package org.verger.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The guests of a church and of a file, for the time that the file is read. */
final class KnownGuests {

  /**
   * A guest as far as it is compared.
   *
   * @param version 0 for those whom the file brings
   * @param line the line of the file that speaks of them; 0 when none has so far
   */
  record Known(
      UUID id,
      String firstName,
      String lastName,
      @Nullable String phone,
      @Nullable String email,
      String language,
      @Nullable String campaign,
      @Nullable UUID unit,
      int version,
      long line) {

    /** The same guest, of whom a row of the file speaks. */
    Known onLine(long number) {
      return new Known(
          id, firstName, lastName, phone, email, language, campaign, unit, version, number);
    }

    /** The same guest, who is reached otherwise. */
    Known reachedAt(@Nullable String otherPhone, @Nullable String otherEmail) {
      return new Known(
          id, firstName, lastName, otherPhone, otherEmail, language, campaign, unit, version, line);
    }

    /** Without the guest's data. */
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final Map<String, Known> byAddress = new HashMap<>();
  private final Map<UUID, Known> byId = new HashMap<>();

  /** Reads those of the church, in the transaction that is open. */
  static KnownGuests load(JdbcClient jdbc) {
    KnownGuests guests = new KnownGuests();
    jdbc
        .sql(
            """
            SELECT id, first_name, last_name, phone, email, language, campaign, unit_id, version FROM guest
            """)
        .withFetchSize(5_000)
        .query(KnownGuests::read)
        .stream()
        .forEach(guests::keep);
    return guests;
  }

  private static Known read(ResultSet row, int number) throws SQLException {
    return new Known(
        row.getObject("id", UUID.class),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("language"),
        row.getString("campaign"),
        row.getObject("unit_id", UUID.class),
        row.getInt("version"),
        0);
  }

  /** Keeps somebody new, or what becomes of somebody who is known: addresses are only added. */
  void keep(Known guest) {
    byId.put(guest.id(), guest);
    if (guest.phone() != null) {
      byAddress.put(guest.phone(), guest);
    }
    if (guest.email() != null) {
      byAddress.put(guest.email(), guest);
    }
  }

  /** The guest with that id, if known. */
  @Nullable Known byId(UUID id) {
    return byId.get(id);
  }

  /** The guest with the phone number or the e-mail address. */
  @Nullable Known at(@Nullable String address) {
    return address == null ? null : byAddress.get(address);
  }
}
