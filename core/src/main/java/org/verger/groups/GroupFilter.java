package org.verger.groups;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Reach;

/**
 * Which groups to list. What is null does not restrict.
 *
 * @param search a part of the name
 * @param unit the unit they belong to, or one above it
 */
public record GroupFilter(
    @Nullable String search,
    @Nullable UUID unit,
    @Nullable GroupKind kind,
    @Nullable Boolean active) {

  /** All. */
  public static final GroupFilter ALL = new GroupFilter(null, null, null, null);

  /** Of group {@code g} and its unit {@code u}. */
  static final String WANTED =
      """
      (:everything OR u.path LIKE ANY (:patterns))
      AND (:unit::uuid IS NULL OR starts_with(u.path, (SELECT path FROM unit WHERE id = :unit)))
      AND (:kind::text IS NULL OR g.kind = :kind)
      AND (:active::boolean IS NULL OR g.active = :active)
      AND (:search::text IS NULL OR position(:search IN lower(g.name)) > 0)
      """;

  /**
   * Reads the parameters of the list's page: {@code search}, {@code unit}, {@code kind}, {@code
   * active}; others are ignored.
   *
   * @throws IllegalArgumentException when one cannot be read, with a sentence that says so
   */
  public static GroupFilter of(Map<String, String> parameters) {
    String kind = given(parameters, "kind");
    return new GroupFilter(
        given(parameters, "search"),
        unit(given(parameters, "unit")),
        kind == null ? null : GroupKind.of(kind),
        active(given(parameters, "active")));
  }

  private static @Nullable UUID unit(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("Give the id of a unit that exists", none);
    }
  }

  private static @Nullable Boolean active(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Active is true or false");
    };
  }

  private static @Nullable String given(Map<String, String> parameters, String name) {
    String text = parameters.getOrDefault(name, "").replace("\0", "").strip();
    return text.isEmpty() ? null : text;
  }

  /** Whether it restricts anything. */
  public boolean restricts() {
    return !equals(ALL);
  }

  Map<String, @Nullable Object> params(Reach reach) {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("everything", reach.everything());
    params.put("patterns", reach.patterns());
    params.put("unit", unit);
    params.put("kind", kind == null ? null : kind.code());
    params.put("active", active);
    params.put("search", search == null ? null : search.toLowerCase(Locale.ROOT));
    return params;
  }
}
