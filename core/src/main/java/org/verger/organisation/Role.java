package org.verger.organisation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A role that somebody holds at a unit. The list is open: a church can have roles of its own.
 *
 * @param value kebab-case, as in {@code campus-leader}
 */
public record Role(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public static final Role NATIONAL_DIRECTOR = new Role("national-director");
  public static final Role NATIONAL_ADMINISTRATOR = new Role("national-administrator");
  public static final Role FINANCE_DIRECTOR = new Role("finance-director");
  public static final Role TRAINING_COORDINATOR = new Role("training-coordinator");
  public static final Role REGIONAL_DIRECTOR = new Role("regional-director");
  public static final Role REGIONAL_ADMINISTRATOR = new Role("regional-administrator");
  public static final Role ALUMNI_COORDINATOR = new Role("alumni-coordinator");
  public static final Role CAMPUS_LEADER = new Role("campus-leader");
  public static final Role CAMPUS_ADMINISTRATOR = new Role("campus-administrator");
  public static final Role GROUP_COORDINATOR = new Role("group-coordinator");
  public static final Role GROUP_LEADER = new Role("group-leader");
  public static final Role GRADUATE_GROUP_LEADER = new Role("graduate-group-leader");
  public static final Role DEPARTMENT_HEAD = new Role("department-head");
  public static final Role BOARD_MEMBER = new Role("board-member");
  public static final Role MEMBER = new Role("member");

  /** Sees and decides everything in the church. */
  public static final Role ADMIN = new Role("admin");

  /** Sees everything in the church and keeps its processes running. */
  public static final Role OPERATOR = new Role("operator");

  public Role {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A role is written in small letters with hyphens, as in campus-leader; this is not: "
              + value);
    }
  }

  /** As people read it: "Campus leader". */
  public String words() {
    String words = value.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  @Override
  public String toString() {
    return value;
  }
}
