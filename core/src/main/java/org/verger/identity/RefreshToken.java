package org.verger.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What goes on with a session: its id, so that a token that was used before is known as one of this
 * session, and a secret, of which only the hash is stored.
 */
record RefreshToken(UUID session, String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static RefreshToken create(UUID session) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new RefreshToken(session, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What a client sent; empty when it cannot be one of ours. */
  static Optional<RefreshToken> read(String text) {
    int dot = text.indexOf('.');
    try {
      return dot < 0
          ? Optional.empty()
          : Optional.of(
              new RefreshToken(UUID.fromString(text.substring(0, dot)), text.substring(dot + 1)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** What the client keeps. */
  String text() {
    return session + "." + secret;
  }

  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "refresh token of session " + session;
  }
}
