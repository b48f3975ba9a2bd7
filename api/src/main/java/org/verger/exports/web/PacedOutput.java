package org.verger.exports.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Gives up a reader that takes bytes too slowly, since a connection of the database is held for it.
 * One that takes none at all is given up by the server.
 */
final class PacedOutput extends FilterOutputStream {

  static final Duration PATIENCE = Duration.ofSeconds(30);
  static final long LEAST_BYTES_PER_SECOND = 32 * 1024;

  private final LongSupplier nanos;
  private long waited;
  private long sent;

  /** Sends to {@code out}; {@code nanos} is a clock as {@link System#nanoTime}. */
  PacedOutput(OutputStream out, LongSupplier nanos) {
    super(out);
    this.nanos = nanos;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    long began = nanos.getAsLong();
    out.write(bytes, offset, length);
    waited += nanos.getAsLong() - began;
    sent += length;
    Duration allowed = PATIENCE.plusSeconds(sent / LEAST_BYTES_PER_SECOND);
    if (waited > allowed.toNanos()) {
      throw new IOException(
          "The reader is too slow: it was given up after %d bytes".formatted(sent));
    }
  }
}
