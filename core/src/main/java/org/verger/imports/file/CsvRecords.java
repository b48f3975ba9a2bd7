package org.verger.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, read from bytes: each cell is copied once, from the buffer into its
 * string. Lenient where the meaning is clear: spaces before a quote, quotes inside a cell, any
 * mixture of line ends.
 */
final class CsvRecords implements Records {

  private static final int BUFFER = 1 << 18;
  private static final int LAST_COLUMN = 16_384;

  private final InputStream in;
  private final FileFormat format;
  private final byte delimiter;
  private final CellDecoder decoder;
  private final ReadingLimits limits;

  private byte[] buffer = new byte[BUFFER];
  private int limit;
  private int position;
  private boolean ended;
  private long line = 1;
  private long rows;

  // The record at hand. Its cells are counted from its first byte, because the buffer moves.
  private int start;
  private long startLine;
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] doubledQuotes = new boolean[64];
  private int count;
  private int anyByte;

  CsvRecords(
      InputStream in,
      FileFormat format,
      CellDecoder decoder,
      ReadingLimits limits,
      char delimiter) {
    this.in = in;
    this.format = format;
    this.decoder = decoder;
    this.limits = limits;
    this.delimiter = (byte) delimiter;
  }

  @Override
  public FileFormat format() {
    return format;
  }

  @Override
  public @Nullable Row next() {
    while (scan()) {
      if (++rows > limits.maxRows()) {
        throw Refusals.tooManyRows(limits);
      }
      if (!blank()) {
        return row();
      }
    }
    return null;
  }

  private boolean scan() {
    start = position;
    startLine = line;
    count = 0;
    anyByte = 0;
    if (position == limit && !fill()) {
      return false;
    }
    while (cell()) {
      // The next cell of the same record.
    }
    return true;
  }

  /** Reads one cell with what ends it, and says whether another one follows in this record. */
  private boolean cell() {
    int cell = position - start;
    byte separator = delimiter;
    int seen = anyByte;
    while (true) {
      // What is read again and again stands in local variables, or the loop is half as fast.
      byte[] bytes = buffer;
      int end = limit;
      int at = position;
      byte b = 0;
      while (at < end) {
        b = bytes[at];
        if (b == separator || (b <= '"' && (b == '\n' || b == '\r' || b == '"' || b == 0))) {
          break;
        }
        seen |= b;
        at++;
      }
      position = at;
      if (at == end) {
        if (fill()) {
          continue;
        }
        anyByte = seen;
        add(cell, position - start, false);
        return false;
      }
      if (b == separator) {
        anyByte = seen;
        add(cell, at - start, false);
        position++;
        return true;
      }
      if (b == '\n' || b == '\r') {
        anyByte = seen;
        add(cell, at - start, false);
        endLine();
        return false;
      }
      if (b == 0) {
        throw Refusals.nulByte(line);
      }
      if (onlySpaces(start + cell, at)) {
        anyByte = seen;
        return quoted();
      }
      position++;
    }
  }

  private boolean quoted() {
    int opening = position - start;
    long openingLine = line;
    boolean doubled = false;
    position++;
    while (true) {
      if (position == limit && (limit - start >= limits.maxRowBytes() || !fill())) {
        throw Refusals.openQuote(openingLine);
      }
      byte b = buffer[position];
      if (b == '\n' || b == '\r') {
        endLine();
        continue;
      }
      if (b == 0) {
        throw Refusals.nulByte(line);
      }
      anyByte |= b;
      position++;
      if (b != '"') {
        continue;
      }
      if (available() && buffer[position] == '"') {
        doubled = true;
        position++;
        continue;
      }
      return afterQuote(opening, openingLine, doubled);
    }
  }

  private boolean afterQuote(int opening, long openingLine, boolean doubled) {
    int closing = position - 1 - start;
    while (available() && buffer[position] == ' ') {
      position++;
    }
    if (!available()) {
      add(opening + 1, closing, doubled);
      return false;
    }
    byte b = buffer[position];
    if (b == delimiter) {
      add(opening + 1, closing, doubled);
      position++;
      return true;
    }
    if (b == '\n' || b == '\r') {
      add(opening + 1, closing, doubled);
      endLine();
      return false;
    }
    if (line != openingLine) {
      // Text after a quote that closed on a later line: most likely it closed another one.
      throw Refusals.openQuote(openingLine);
    }
    return quotesWithin(opening);
  }

  /** A cell such as "John "Johnny" Smith": what stands between its ends is its text. */
  private boolean quotesWithin(int opening) {
    while (available() && !endsCell(buffer[position])) {
      if (buffer[position] == 0) {
        throw Refusals.nulByte(line);
      }
      anyByte |= buffer[position];
      position++;
    }
    int end = position - start;
    while (end > opening + 1 && buffer[start + end - 1] == ' ') {
      end--;
    }
    add(opening + 1, buffer[start + end - 1] == '"' ? end - 1 : end, false);
    if (!available()) {
      return false;
    }
    if (buffer[position] == delimiter) {
      position++;
      return true;
    }
    endLine();
    return false;
  }

  private boolean endsCell(byte b) {
    return b == delimiter || b == '\n' || b == '\r';
  }

  private void endLine() {
    line++;
    if (buffer[position++] == '\r' && available() && buffer[position] == '\n') {
      position++;
    }
  }

  private boolean onlySpaces(int begin, int end) {
    for (int at = begin; at < end; at++) {
      if (buffer[at] != ' ') {
        return false;
      }
    }
    return true;
  }

  private void add(int begin, int end, boolean doubled) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      doubledQuotes = Arrays.copyOf(doubledQuotes, count * 2);
    }
    from[count] = begin;
    to[count] = end;
    doubledQuotes[count++] = doubled;
    // A blank tail is common; it is let pass as far as spreadsheets have columns.
    if (count > limits.maxColumns() && (begin != end || count > LAST_COLUMN)) {
      throw Refusals.tooManyColumns(startLine, limits);
    }
  }

  private boolean blank() {
    for (int cell = 0; cell < count; cell++) {
      for (int at = start + from[cell]; at < start + to[cell]; at++) {
        if (buffer[at] > ' ' || buffer[at] < 0) {
          return false;
        }
      }
    }
    return true;
  }

  private Row row() {
    String[] cells = new String[count];
    boolean ascii = anyByte >= 0;
    for (int cell = 0; cell < count; cell++) {
      int length = to[cell] - from[cell];
      if (length == 0) {
        cells[cell] = "";
        continue;
      }
      String text = decoder.decode(buffer, start + from[cell], length, ascii);
      if (doubledQuotes[cell]) {
        text = text.replace("\"\"", "\"");
      }
      if (text.length() > limits.maxCellChars()) {
        throw Refusals.longCell(startLine, cell, limits);
      }
      cells[cell] = text;
    }
    return new Row(startLine, Arrays.asList(cells));
  }

  private boolean available() {
    return position < limit || fill();
  }

  /** Reads on behind what is there, and keeps the record at hand. */
  private boolean fill() {
    if (ended) {
      return false;
    }
    int kept = limit - start;
    if (kept >= limits.maxRowBytes()) {
      throw Refusals.longLine(startLine, limits);
    }
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, target, 0, kept);
    buffer = target;
    position -= start;
    start = 0;
    limit = kept;
    return read();
  }

  private boolean read() {
    try {
      int got = in.read(buffer, limit, buffer.length - limit);
      ended = got < 0;
      limit += Math.max(0, got);
      return !ended;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException nothingToSave) {
      // It was only read.
    }
  }
}
