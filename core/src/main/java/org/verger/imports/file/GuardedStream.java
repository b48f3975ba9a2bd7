package org.verger.imports.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what a part of an archive becomes, and ends it when it becomes too much. */
final class GuardedStream extends FilterInputStream {

  private static final long SMALL = 10_000_000;

  // More than any element, text or comment of a real sheet has. The parser holds one of them at a
  // time.
  private static final long LONGEST_PIECE = 4_000_000;

  private final long compressed;
  private final ReadingLimits limits;
  private long total;
  private long marked;

  GuardedStream(InputStream in, long compressed, ReadingLimits limits) {
    super(in);
    this.compressed = Math.max(1, compressed);
    this.limits = limits;
  }

  /** Says that the reader has done with what it read so far. */
  void piece() {
    marked = total;
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
    if (total > limits.maxInflatedBytes()
        || (total > SMALL && total / compressed > limits.maxCompressionRatio())
        || total - marked > LONGEST_PIECE) {
      throw Refusals.inflates();
    }
    return got;
  }
}
