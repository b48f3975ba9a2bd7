package org.verger.imports.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Looks at the end of an archive before anybody reads its directory, which is held in memory as a
 * whole: a file that is nothing but a directory would fill it.
 */
final class ZipDirectory {

  private static final int END = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int SIGNATURE = 0x06054b50;
  private static final int BYTES_PER_ENTRY = 2_000;

  private ZipDirectory() {}

  static void check(Path file, ReadingLimits limits) throws IOException {
    ByteBuffer tail = tail(file);
    for (int at = tail.limit() - END; at >= 0; at--) {
      if (tail.getInt(at) == SIGNATURE) {
        int entries = tail.getShort(at + 10) & 0xFFFF;
        long bytes = tail.getInt(at + 12) & 0xFFFFFFFFL;
        if (entries > limits.maxZipEntries()
            || bytes > (long) limits.maxZipEntries() * BYTES_PER_ENTRY) {
          throw Refusals.inflates();
        }
        if (at + END + (tail.getShort(at + 20) & 0xFFFF) == tail.limit()) {
          return;
        }
      }
    }
    throw Refusals.damaged(null);
  }

  private static ByteBuffer tail(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      int length = (int) Math.min(file.length(), END + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      file.seek(file.length() - length);
      file.readFully(tail);
      return ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
