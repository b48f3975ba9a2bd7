package org.verger.demo;

import java.util.List;
import org.verger.organisation.Role;

/** The accounts of the demo: one for each role, and one for the platform. */
public final class DemoAccounts {

  /** The password of every account of the demo. */
  public static final String PASSWORD = "verger-demo";

  /** Who takes in churches; belongs to none. */
  public static final String PLATFORM = "platform@verger.example";

  /** The roles of the demo church, from the whole church down to one group. */
  public static final List<Role> ROLES =
      List.of(
          Role.ADMIN,
          Role.OPERATOR,
          Role.NATIONAL_DIRECTOR,
          Role.FINANCE_DIRECTOR,
          Role.REGIONAL_DIRECTOR,
          Role.CAMPUS_LEADER,
          Role.GROUP_LEADER);

  private static final String DOMAIN = "olamchurch.example";

  private DemoAccounts() {}

  /** The address that the holder of the role signs in with. */
  public static String email(Role role) {
    return role + "@" + DOMAIN;
  }
}
