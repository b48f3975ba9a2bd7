package org.verger.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;

/** Opens a text as a table: finds its encoding and its delimiter. */
final class CsvFile {

  // Written by Excel and read by nobody else: says what the delimiter is.
  private static final String SEP = "sep=";

  private CsvFile() {}

  static Records open(
      byte[] head, boolean whole, InputStream rest, ReadingLimits limits, FormatChoice choice) {
    CsvEncoding encoding =
        choice.encoding() == null
            ? CsvEncoding.recognise(head, whole)
            : CsvEncoding.chosen(choice.encoding(), head);
    byte[] text = text(head, encoding);
    CellDecoder decoder =
        new CellDecoder(encoding.extendsAscii() ? encoding.charset() : StandardCharsets.UTF_8);
    Character said = said(text);
    char delimiter =
        choice.delimiter() != null
            ? choice.delimiter()
            : said != null ? said : DelimiterFinder.find(text, decoder, limits);
    FileFormat format = FileFormat.csv(encoding.charset().name(), delimiter);
    InputStream all = all(head, rest, encoding);
    CsvRecords records = new CsvRecords(all, format, decoder, limits, delimiter);
    if (said != null) {
      records.next();
    }
    return records;
  }

  private static byte[] text(byte[] head, CsvEncoding encoding) {
    byte[] text = Arrays.copyOfRange(head, encoding.mark(), head.length);
    return encoding.extendsAscii()
        ? text
        : new String(text, encoding.charset()).getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Character said(byte[] text) {
    boolean says =
        text.length > SEP.length() + 1
            && new String(text, 0, SEP.length(), StandardCharsets.ISO_8859_1).equalsIgnoreCase(SEP)
            && (text[SEP.length() + 1] == '\r' || text[SEP.length() + 1] == '\n');
    return says ? (char) text[SEP.length()] : null;
  }

  private static InputStream all(byte[] head, InputStream rest, CsvEncoding encoding) {
    InputStream all =
        new SequenceInputStream(
            new ByteArrayInputStream(head, encoding.mark(), head.length - encoding.mark()), rest);
    if (encoding.extendsAscii()) {
      return all;
    }
    try {
      return ReaderInputStream.builder()
          .setReader(new InputStreamReader(all, encoding.charset()))
          .setCharset(StandardCharsets.UTF_8)
          .setBufferSize(1 << 16)
          .get();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
