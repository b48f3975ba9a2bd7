package org.verger.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password in a file that only the owner can read. */
final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  static String readOrCreate(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException firstTime) {
      return create(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  // Moved into place when it is complete: half a password would be taken for the whole one.
  private static String create(Path file) {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    try {
      Path unfinished = Files.createTempFile(file.getParent(), file.getFileName() + "-", ".new");
      if (unfinished.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(unfinished, secret);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return secret;
  }
}
