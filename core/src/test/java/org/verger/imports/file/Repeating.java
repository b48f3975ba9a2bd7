package org.verger.imports.file;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream of a beginning and then the same piece over and over, without holding it. */
final class Repeating extends InputStream {

  private final byte[] beginning;
  private final byte[] piece;
  private final long length;
  private long position;

  Repeating(String beginning, String piece, long length) {
    this.beginning = beginning.getBytes(StandardCharsets.ISO_8859_1);
    this.piece = piece.getBytes(StandardCharsets.ISO_8859_1);
    this.length = length;
  }

  /** How many bytes were taken. */
  long position() {
    return position;
  }

  @Override
  public int read() {
    if (position >= length) {
      return -1;
    }
    long at = position++;
    return at < beginning.length
        ? beginning[(int) at]
        : piece[(int) ((at - beginning.length) % piece.length)];
  }

  @Override
  public int read(byte[] bytes, int offset, int count) {
    if (position >= length) {
      return -1;
    }
    int got = (int) Math.min(count, length - position);
    for (int at = 0; at < got; at++) {
      bytes[offset + at] = (byte) read();
    }
    return got;
  }
}
