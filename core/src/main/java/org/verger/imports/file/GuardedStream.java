package org.verger.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks a part of an archive, counts what goes in and what comes out, and ends when it becomes
 * too much. The sizes that the archive states are not believed.
 */
final class GuardedStream extends FilterInputStream {

  // So much is compared with what it came from, again and again.
  private static final long WINDOW = 10_000_000;

  // More than any element, text or comment of a real sheet has; the parser holds one at a time.
  private static final long LONGEST_PIECE = 4_000_000;

  private final Inflater inflater;
  private final ReadingLimits limits;
  private long total;
  private long piece;
  private long window;
  private long taken;

  private GuardedStream(InputStream in, Inflater inflater, ReadingLimits limits) {
    super(in);
    this.inflater = inflater;
    this.limits = limits;
  }

  static GuardedStream over(InputStream raw, boolean compressed, ReadingLimits limits) {
    Inflater inflater = new Inflater(true);
    return new GuardedStream(
        compressed ? new InflaterInputStream(raw, inflater, 1 << 14) : raw, inflater, limits);
  }

  /** Says that the reader has done with what it read so far. */
  void piece() {
    piece = total;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int got = super.read(bytes, offset, length);
    total += Math.max(0, got);
    if (total > limits.maxInflatedBytes() || total - piece > LONGEST_PIECE) {
      throw Refusals.inflates();
    }
    if (total - window > WINDOW) {
      checkRatio();
    }
    return got;
  }

  private void checkRatio() {
    long came = inflater.getBytesRead() - taken;
    boolean packed = inflater.getBytesRead() > 0;
    if (packed && (total - window) / Math.max(1, came) > limits.maxCompressionRatio()) {
      throw Refusals.inflates();
    }
    window = total;
    taken = inflater.getBytesRead();
  }

  @Override
  public void close() throws IOException {
    super.close();
    inflater.end();
  }
}
