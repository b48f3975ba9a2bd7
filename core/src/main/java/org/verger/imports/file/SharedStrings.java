package org.verger.imports.file;

import java.nio.ByteBuffer;
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

  // Larger arrays get whole regions of the heap to themselves, which wastes half of it.
  private static final int PIECE_BITS = 18;
  private static final int PIECE = 1 << PIECE_BITS;
  private static final int LENGTH = Integer.BYTES;

  private final ReadingLimits limits;
  private final List<ByteBuffer> pieces = new ArrayList<>();
  // Which piece and where in it, in one number: a million of them are a million integers.
  private int[] places = new int[1024];
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
    total += LENGTH + bytes.length;
    if (count >= limits.maxSharedStrings() || total > limits.maxSharedStringBytes()) {
      throw Refusals.tooManyTexts();
    }
    if (count == places.length) {
      places = Arrays.copyOf(places, count + count / 2);
    }
    if (used + LENGTH + bytes.length > PIECE) {
      pieces.add(ByteBuffer.allocate(Math.max(PIECE, LENGTH + bytes.length)));
      used = 0;
    }
    places[count++] = (pieces.size() - 1) << PIECE_BITS | used;
    pieces.getLast().putInt(bytes.length).put(bytes);
    used += LENGTH + bytes.length;
  }

  /** The text of a number, or null when there is none of it. */
  @Nullable String get(int number) {
    if (number < 0 || number >= count) {
      return null;
    }
    ByteBuffer piece = pieces.get(places[number] >>> PIECE_BITS);
    int at = places[number] & (PIECE - 1);
    return new String(piece.array(), at + LENGTH, piece.getInt(at), StandardCharsets.UTF_8);
  }
}
