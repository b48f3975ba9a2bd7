package org.verger.imports.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Makes text of the bytes of a cell. */
final class CellDecoder {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final char UNKNOWN = '\uFFFD';

  private final Charset charset;
  private final boolean utf8;

  CellDecoder(Charset charset) {
    this.charset = charset;
    this.utf8 = charset.equals(StandardCharsets.UTF_8);
  }

  String decode(byte[] bytes, int offset, int length, boolean ascii) {
    if (ascii) {
      return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
    String text = new String(bytes, offset, length, charset);
    // The beginning of a file may be plain ASCII and an é of another encoding come a million lines
    // later, or two files were joined: such a cell is read on its own.
    return utf8 && text.indexOf(UNKNOWN) >= 0 && !wellFormed(text, length)
        ? new String(bytes, offset, length, WESTERN)
        : text;
  }

  private static boolean wellFormed(String text, int length) {
    return text.getBytes(StandardCharsets.UTF_8).length == length;
  }
}
