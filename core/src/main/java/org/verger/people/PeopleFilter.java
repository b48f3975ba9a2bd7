package org.verger.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which people to list. What is null does not restrict.
 *
 * @param search a part of the name; of the e-mail address or phone number too, where one sees them
 * @param unit the unit they belong to, or one above it
 * @param group a group they belong to at present
 * @param inactive whether they are known to have been inactive for three months, among those whose
 *     data the reader sees
 */
public record PeopleFilter(
    @Nullable String search,
    @Nullable UUID unit,
    @Nullable Membership membership,
    @Nullable Boolean active,
    @Nullable UUID group,
    @Nullable Boolean inactive) {

  /** Everybody. */
  public static final PeopleFilter ALL = new PeopleFilter(null, null, null, null, null, null);

  private static final int FEWEST_DIGITS = 3;

  /** Of person {@code p} and their unit {@code u}. */
  static final String WANTED =
      """
      %s
      AND (:unit::uuid IS NULL OR starts_with(u.path, (SELECT path FROM unit WHERE id = :unit)))
      AND (:membership::text IS NULL OR p.membership = :membership)
      AND (:active::boolean IS NULL OR p.active = :active)
      AND (:group::uuid IS NULL OR EXISTS (
        SELECT FROM group_member g
        WHERE g.group_id = :group AND g.person_id = p.id AND g.until IS NULL))
      AND (:inactive::boolean IS NULL OR (%s AND :inactive = EXISTS (
        SELECT FROM person_lapse l WHERE l.person_id = p.id AND l.returned_on IS NULL)))
      AND (:search::text IS NULL
        OR position(:search IN lower(p.given_name || ' ' || p.family_name)) > 0
        OR position(:search IN lower(p.family_name || ', ' || p.given_name)) > 0
        OR (%s AND (position(:search IN lower(p.email)) > 0
                    OR position(:digits::text IN p.phone) > 0)))
      """
          .formatted(Sight.WITHIN, Sight.DATA, Sight.DATA);

  /**
   * Reads the parameters of the list's page: {@code search}, {@code unit}, {@code membership},
   * {@code active}, {@code group}, {@code inactive}; others are ignored.
   *
   * @throws IllegalArgumentException when one cannot be read, with a sentence that says so
   */
  public static PeopleFilter of(Map<String, String> parameters) {
    String membership = given(parameters, "membership");
    return new PeopleFilter(
        given(parameters, "search"),
        id(parameters, "unit"),
        membership == null ? null : Membership.of(membership),
        truth("active", given(parameters, "active")),
        id(parameters, "group"),
        truth("inactive", given(parameters, "inactive")));
  }

  private static @Nullable Boolean truth(String name, @Nullable String text) {
    return switch (text) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("Give true or false for " + name);
    };
  }

  private static @Nullable UUID id(Map<String, String> parameters, String name) {
    String text = given(parameters, name);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException("Give the id of a %s that exists".formatted(name), none);
    }
  }

  private static @Nullable String given(Map<String, String> parameters, String name) {
    String text = parameters.getOrDefault(name, "").replace("\0", "").strip();
    return text.isEmpty() ? null : text;
  }

  /** Whether it restricts anything. */
  public boolean restricts() {
    return !equals(ALL);
  }

  Map<String, @Nullable Object> params(Sight sight) {
    Map<String, @Nullable Object> params = new HashMap<>(sight.params());
    String text = search;
    String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
    params.put("search", text == null ? null : text.toLowerCase(Locale.ROOT));
    params.put("digits", digits.length() < FEWEST_DIGITS ? null : digits);
    params.put("unit", unit);
    params.put("membership", membership == null ? null : membership.code());
    params.put("active", active);
    params.put("group", group);
    params.put("inactive", inactive);
    return params;
  }
}
