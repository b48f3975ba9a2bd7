package org.verger.tenants;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A church or ministry.
 *
 * @param zone the zone in which "nightly" and "quiet hours" are meant
 * @param languages ISO 639 codes, the preferred one first
 * @param region ISO 3166 alpha-2; numbers without a country code are read as numbers of this region
 * @param currency ISO 4217
 */
public record Tenant(
    TenantId id,
    String name,
    @Nullable String denomination,
    ZoneId zone,
    List<String> languages,
    String region,
    String currency,
    Status status) {

  /** Only an active church is served. */
  public enum Status {
    CREATING,
    ACTIVE,
    SUSPENDED,
    ARCHIVED
  }

  public Tenant {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A church needs a name");
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException("A church needs at least one language");
    }
    languages = List.copyOf(languages);
  }

  /** The language to use for somebody who asked for {@code wanted}. */
  public String languageFor(@Nullable String wanted) {
    return wanted != null && languages.contains(wanted) ? wanted : languages.getFirst();
  }
}
