package org.verger.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Pages of text from top to bottom; what does not fit goes on the next one. */
public final class PdfPaper implements AutoCloseable {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final PDRectangle SIZE = PDRectangle.A4;
  private static final float MARGIN = 56;
  private static final float LEADING = 1.4f;
  private static final String LACKING = "?";

  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private final Map<Integer, Boolean> drawable = new HashMap<>();
  private @Nullable PDPageContentStream page;
  private float left;

  /**
   * An empty document.
   *
   * @throws IOException when its font cannot be read
   */
  public PdfPaper(String title) throws IOException {
    document.getDocumentInformation().setTitle(title);
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, Objects.requireNonNull(file, FONT), true);
    }
  }

  /** Writes a paragraph, {@code gap} below what stands above it. */
  public void write(String text, float size, float indent, float gap) throws IOException {
    left -= gap;
    for (String line : lines(drawn(text), size, SIZE.getWidth() - 2 * MARGIN - indent)) {
      PDPageContentStream stream = pageWithRoom(size * LEADING);
      left -= size * LEADING;
      stream.beginText();
      stream.setFont(font, size);
      stream.newLineAtOffset(MARGIN + indent, left);
      stream.showText(line);
      stream.endText();
    }
  }

  /**
   * A cell of a row.
   *
   * @param at where it stands, from 0 at the left margin to 1 at the right one
   * @param toTheLeft whether it ends there instead of beginning there
   * @param width as a part of the line; what is longer is cut
   */
  public record Cell(String text, float at, boolean toTheLeft, float width) {

    /** Begins there. */
    public static Cell from(float at, float width, String text) {
      return new Cell(text, at, false, width);
    }

    /** Ends there. */
    public static Cell to(float at, float width, String text) {
      return new Cell(text, at, true, width);
    }
  }

  /** Writes cells side by side in one line, {@code gap} below what stands above it. */
  public void row(List<Cell> cells, float size, float gap) throws IOException {
    float whole = SIZE.getWidth() - 2 * MARGIN;
    left -= gap;
    PDPageContentStream stream = pageWithRoom(size * LEADING);
    left -= size * LEADING;
    for (Cell cell : cells) {
      String text = lines(drawn(cell.text()), size, cell.width() * whole).getFirst();
      float start = cell.at() * whole - (cell.toTheLeft() ? widthOf(text, size) : 0);
      stream.beginText();
      stream.setFont(font, size);
      stream.newLineAtOffset(MARGIN + start, left);
      stream.showText(text);
      stream.endText();
    }
  }

  private PDPageContentStream pageWithRoom(float height) throws IOException {
    PDPageContentStream current = page;
    if (current != null && left - height >= MARGIN) {
      return current;
    }
    closePage();
    PDPage next = new PDPage(SIZE);
    document.addPage(next);
    left = SIZE.getHeight() - MARGIN;
    PDPageContentStream opened = new PDPageContentStream(document, next);
    page = opened;
    return opened;
  }

  private List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      for (String piece : pieces(word, size, width)) {
        if (!line.isEmpty() && widthOf(line + " " + piece, size) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(piece);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  // A word that is longer than a line is cut.
  private List<String> pieces(String word, float size, float width) throws IOException {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int letter : word.codePoints().toArray()) {
      if (!piece.isEmpty() && widthOf(piece + Character.toString(letter), size) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(letter);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private float widthOf(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  private String drawn(String text) {
    StringBuilder drawn = new StringBuilder();
    text.codePoints()
        .map(
            letter ->
                Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? ' ' : letter)
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .mapToObj(letter -> has(letter) ? Character.toString(letter) : LACKING)
        .forEach(drawn::append);
    return drawn.toString();
  }

  private boolean has(int letter) {
    return drawable.computeIfAbsent(
        letter,
        unknown -> {
          try {
            font.encode(Character.toString(unknown));
            return true;
          } catch (IllegalArgumentException | IOException lacking) {
            return false;
          }
        });
  }

  private void closePage() throws IOException {
    PDPageContentStream current = page;
    if (current != null) {
      current.close();
    }
    page = null;
  }

  /** The document; nothing can be written any more. */
  public byte[] bytes() throws IOException {
    closePage();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    closePage();
    document.close();
  }
}
