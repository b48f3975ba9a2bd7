package org.verger.imports.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The character set of a text, recognised by its beginning.
 *
 * @param mark how many bytes of a byte order mark stand before the text
 */
record CsvEncoding(Charset charset, int mark) {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  static CsvEncoding recognise(byte[] head, boolean whole) {
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return new CsvEncoding(StandardCharsets.UTF_8, 3);
    }
    if (begins(head, 0xFF, 0xFE)) {
      return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (begins(head, 0xFE, 0xFF)) {
      return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
    }
    return new CsvEncoding(byContent(head, whole), 0);
  }

  /** The encoding that a person chose, with the mark that the file has of it. */
  static CsvEncoding chosen(Charset charset, byte[] head) {
    CsvEncoding recognised = recognise(head, true);
    return new CsvEncoding(charset, charset.equals(recognised.charset) ? recognised.mark : 0);
  }

  /** Whether commas, quotes and line ends are single bytes that are part of no other character. */
  boolean extendsAscii() {
    return charset.equals(StandardCharsets.UTF_8)
        || charset.equals(StandardCharsets.US_ASCII)
        || charset.name().startsWith("ISO-8859-")
        || charset.name().startsWith("windows-125");
  }

  private static Charset byContent(byte[] head, boolean whole) {
    int[] zeros = new int[2];
    for (int at = 0; at < head.length; at++) {
      zeros[at & 1] += head[at] == 0 ? 1 : 0;
    }
    int pairs = head.length / 2;
    if (pairs > 1 && zeros[1] * 10 > pairs * 4 && zeros[0] * 10 < pairs) {
      return StandardCharsets.UTF_16LE;
    }
    if (pairs > 1 && zeros[0] * 10 > pairs * 4 && zeros[1] * 10 < pairs) {
      return StandardCharsets.UTF_16BE;
    }
    return utf8(head, whole) ? StandardCharsets.UTF_8 : WESTERN;
  }

  private static boolean utf8(byte[] head, boolean whole) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(head.length + 1);
    // The last character may be cut in two where the beginning ends.
    CoderResult result = decoder.decode(ByteBuffer.wrap(head), text, whole);
    return !result.isError();
  }

  private static boolean begins(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((head[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }
}
