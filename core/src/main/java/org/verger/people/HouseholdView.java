package org.verger.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A family.
 *
 * @param members those whom the reader sees: head, spouse, children by age, others
 * @param others how many there are beside them
 * @param changeable whether the reader may change its name and address
 * @param version grows with each change of name or address
 */
public record HouseholdView(
    UUID id,
    String name,
    @Nullable String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    List<Member> members,
    int others,
    boolean changeable,
    int version) {

  public HouseholdView {
    members = List.copyOf(members);
  }

  /**
   * Somebody of the family.
   *
   * @param role as in {@link HouseholdRole#code}
   */
  public record Member(
      UUID id, String givenName, String familyName, String role, boolean active, int version) {

    /** Given and family name. */
    public String name() {
      return (givenName + " " + familyName).strip();
    }
  }

  /** Without the family's data. */
  @Override
  public String toString() {
    return "family " + id;
  }
}
