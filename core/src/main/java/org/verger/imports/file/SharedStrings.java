package org.verger.imports.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a spreadsheet, which its cells name by number. Kept as bytes in large pieces,
 * because a million small strings would take several times as much.
 */
final class SharedStrings {

  private static final int PIECE = 1 << 20;

  private final ReadingLimits limits;
  private final List<byte[]> pieces = new ArrayList<>();
  private int[] piece = new int[1024];
  private int[] offset = new int[1024];
  private int[] length = new int[1024];
  private int count;
  private int used = PIECE;
  private long total;

  SharedStrings(ReadingLimits limits) {
    this.limits = limits;
  }

  static SharedStrings read(@Nullable XmlEvents xml, ReadingLimits limits) {
    SharedStrings strings = new SharedStrings(limits);
    StringBuilder text = new StringBuilder();
    while (xml != null && xml.next()) {
      if (xml.starts("si")) {
        text.setLength(0);
        RichText.read(xml, "si", text, limits.maxCellChars());
        strings.add(text.toString());
      }
    }
    return strings;
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    total += bytes.length;
    if (count >= limits.maxSharedStrings() || total > limits.maxSharedStringBytes()) {
      throw Refusals.tooManyTexts();
    }
    if (count == piece.length) {
      piece = Arrays.copyOf(piece, count * 2);
      offset = Arrays.copyOf(offset, count * 2);
      length = Arrays.copyOf(length, count * 2);
    }
    if (used + bytes.length > PIECE) {
      pieces.add(new byte[Math.max(PIECE, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, pieces.getLast(), used, bytes.length);
    piece[count] = pieces.size() - 1;
    offset[count] = used;
    length[count++] = bytes.length;
    used += bytes.length;
  }

  /** The text of a number, or null when there is none of it. */
  @Nullable String get(int number) {
    return number < 0 || number >= count
        ? null
        : new String(
            pieces.get(piece[number]), offset[number], length[number], StandardCharsets.UTF_8);
  }
}
