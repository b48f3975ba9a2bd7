package org.verger.imports.file;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Reads files that are made to do harm. Run in a process of its own with little memory. */
public final class HostileFiles {

  private static final String RELATIONS = "<Relationships>%s</Relationships>";
  private static final String LINK = "<Relationship Id=\"%s\" Type=\"x/%s\" Target=\"%s\"/>";

  private HostileFiles() {}

  /** Writes for each file its name and how it ended. */
  public static void main(String[] arguments) {
    files().forEach((name, source) -> System.out.println(name + ": " + outcome(source)));
  }

  private static Map<String, InputSource> files() {
    Map<String, InputSource> files = new LinkedHashMap<>();
    long twoGigabytes = 2_000_000_000L;
    files.put("two gigabytes in a line", () -> new Repeating("Name,Amount\n", "x", twoGigabytes));
    files.put(
        "two gigabytes in a quote",
        () -> new Repeating("Name,Amount\nAnn,\"", "x\n", twoGigabytes));
    files.put("two gigabytes of cells", () -> new Repeating("Name,Amount\n", "x,", twoGigabytes));
    files.put(
        "two gigabytes of delimiters", () -> new Repeating("Name,Amount\n", ",", twoGigabytes));
    files.put("a wide header", () -> new Repeating("", "x,", 20_000));
    files.put("a billion NULs", () -> new Repeating("Name,Amount\n", "\0", 1_000_000_000));
    files.put("blank lines", () -> new Repeating("Name,Amount\n", "\n", 200_000_000));
    files.put(
        "long rows",
        () -> new Repeating("Name,Amount\n", "x".repeat(99_000) + ",1\n", 100_000_000));
    put(
        files,
        "a bomb of ten gigabytes",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData>",
                    " ".repeat(10_000_000),
                    1000,
                    "</sheetData></worksheet>"));
    put(
        files,
        "a bomb of rows",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData>",
                    "<row></row>".repeat(1_000_000),
                    1000,
                    "</sheetData></worksheet>"));
    put(
        files,
        "a bomb in one cell",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData><row><c t=\"str\"><v>",
                    "x".repeat(10_000_000),
                    1000,
                    "</v></c></row></sheetData></worksheet>"));
    put(
        files,
        "a bomb in an attribute",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData><row r=\"",
                    "x".repeat(9_000_000),
                    1,
                    "\"></row></sheetData></worksheet>"));
    put(
        files,
        "a bomb of shared texts",
        () -> shared(" <si><t>text</t></si>".repeat(400_000), 1000));
    put(files, "five million shared texts", () -> shared(numbered(50_000), 100));
    put(files, "a million shared texts", () -> shared(numbered(50_000), 20));
    put(
        files,
        "a bomb of names",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET, "<worksheet><sheetData>", names(), 1, "</sheetData></worksheet>"));
    put(files, "a billion laughs", () -> workbook().part(Xlsx.SHEET, laughs()));
    put(
        files,
        "an outside entity",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<!DOCTYPE a [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><worksheet><sheetData><row><c"
                        + " t=\"str\"><v>&x;</v></c></row></sheetData></worksheet>"));
    put(
        files,
        "a column far out",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData><row><c"
                        + " r=\"ZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"));
    put(files, "ten thousand parts", () -> parts(10_000));
    put(
        files,
        "ten thousand columns",
        () ->
            workbook()
                .part(
                    Xlsx.SHEET,
                    "<worksheet><sheetData><row>",
                    "<c><v>1</v></c>".repeat(10_000),
                    1,
                    "</row></sheetData></worksheet>"));
    return files;
  }

  private static void put(Map<String, InputSource> files, String name, Supplier<Bomb> bomb) {
    files.put(name, () -> new ByteArrayInputStream(bomb.get().bytes()));
  }

  private static Bomb workbook() {
    return new Bomb()
        .part(
            "_rels/.rels",
            RELATIONS.formatted(LINK.formatted("r1", "officeDocument", "xl/workbook.xml")))
        .part(
            "xl/_rels/workbook.xml.rels",
            RELATIONS.formatted(
                LINK.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                    + LINK.formatted("r2", "sharedStrings", "sharedStrings.xml")))
        .part(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"A\" id=\"r1\"/></sheets></workbook>");
  }

  private static Bomb shared(String piece, int times) {
    return workbook()
        .part(
            Xlsx.SHEET,
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c"
                + " t=\"s\"><v>999999</v></c></row></sheetData></worksheet>")
        .part("xl/sharedStrings.xml", "<sst>", piece, times, "</sst>");
  }

  private static String numbered(int count) {
    StringBuilder texts = new StringBuilder();
    IntStream.range(0, count)
        .forEach(number -> texts.append("<si><t>person ").append(number).append("</t></si>"));
    return texts.toString();
  }

  private static String names() {
    StringBuilder names = new StringBuilder();
    IntStream.range(0, 200_000).forEach(number -> names.append("<n").append(number).append("/>"));
    return names.toString();
  }

  private static String laughs() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
    IntStream.range(1, 10)
        .forEach(
            level ->
                laughs
                    .append("<!ENTITY a")
                    .append(level)
                    .append(" \"")
                    .append(("&a" + (level - 1) + ";").repeat(10))
                    .append("\">"));
    return laughs
        .append(
            "]><worksheet><sheetData><row><c"
                + " t=\"str\"><v>&a9;</v></c></row></sheetData></worksheet>")
        .toString();
  }

  private static Bomb parts(int count) {
    Bomb bomb = workbook();
    IntStream.range(0, count).forEach(number -> bomb.part("part" + number, ""));
    return bomb;
  }

  private static String outcome(InputSource source) {
    try (RowReader reader = SourceFile.open(source, "test", ReadingLimits.standard())) {
      long rows = 0;
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows++;
      }
      return rows + " rows";
    } catch (UnreadableFileException refused) {
      return String.valueOf(refused.getMessage());
    } catch (Throwable unexpected) {
      return "FAILED " + unexpected;
    }
  }
}
