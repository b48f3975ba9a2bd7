package org.verger.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.verger.validation.InvalidInputException;

/** The version of a record as an ETag. */
public final class ETags {

  private ETags() {}

  /** The header's value for a version. */
  public static String of(int version) {
    return "\"" + version + "\"";
  }

  /**
   * The version that an {@code If-Match} header names; null when there is none, or any will do.
   *
   * @throws InvalidInputException when it is no ETag of ours
   */
  public static @Nullable Integer version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return null;
    }
    String tag = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
    if (!tag.matches("[0-9]{1,9}")) {
      throw InvalidInputException.of("If-Match", "Send the ETag that the request was read with");
    }
    return Integer.valueOf(tag);
  }

  /** Refuses what was meant for another version. */
  public static void require(@Nullable Integer wanted, int current) {
    if (wanted != null && wanted != current) {
      throw Problems.refusal(
          HttpStatus.PRECONDITION_FAILED,
          "changed-meanwhile",
          "It has changed meanwhile: read it again and decide anew");
    }
  }
}
