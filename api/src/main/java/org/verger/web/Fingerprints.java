package org.verger.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What was sent, told from anything else without keeping it. */
public final class Fingerprints {

  private Fingerprints() {}

  /**
   * A digest.
   *
   * @param kind what is done with it, in a word
   * @param sent a record whose text names all of its values
   */
  public static String of(String kind, Record sent) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(sent.toString().getBytes(StandardCharsets.UTF_8));
      return kind + " " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
