package org.verger.machine;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds ports for programs of our own. Below the range that outgoing connections take theirs from:
 * a program that is started again needs the same port to be free still.
 *
 * <p>Seconds pass between finding a port and listening on it. Until this process ends, no other one
 * of the same user is given what was given here: it holds a lock on the port's byte of a file that
 * they share.
 */
public final class FreePorts {

  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 1_000;

  private static @Nullable FileChannel given;

  private FreePorts() {}

  /** The configured port, or a free one when that is 0. */
  public static int orFree(int configured) {
    return configured == 0 ? find() : configured;
  }

  /** A port on which nobody listens, and which was given to nobody else. */
  public static synchronized int find() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      if (isFree(port) && take(port)) {
        return port;
      }
    }
    throw new IllegalStateException("No port between %d and %d is free".formatted(FIRST, LAST));
  }

  /** Whether nobody listens on the port, on this machine's own address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  // Closing any other channel of the file would give all locks back.
  static boolean take(int port) {
    try {
      FileChannel file = given;
      if (file == null) {
        file = FileChannel.open(shared(), CREATE, WRITE);
        given = file;
      }
      return file.tryLock(port, 1, false) != null;
    } catch (OverlappingFileLockException givenHere) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "Ports cannot be taken: make %s writable".formatted(shared()), failure);
    }
  }

  private static Path shared() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "verger-ports-" + System.getProperty("user.name"));
  }
}
