package org.verger.imports.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is by its first bytes, whatever it is called. */
final class FileSignature {

  private FileSignature() {}

  static boolean zip(byte[] head) {
    return begins(head, "PK\3\4") || begins(head, "PK\5\6");
  }

  /**
   * Refuses what is known to be no table.
   *
   * @throws UnreadableFileException saying what it is and what to do
   */
  static void refuseOthers(byte[] head) {
    if (begins(head, "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      throw oldExcel(head);
    }
    if (begins(head, "%PDF")) {
      throw Refusals.notATable("This is a PDF, from which rows cannot be read");
    }
    if (begins(head, "\u0089PNG") || begins(head, "\u00FF\u00D8\u00FF") || begins(head, "GIF8")) {
      throw Refusals.notATable("This is a picture, from which rows cannot be read");
    }
    if (begins(head, "\u001F\u008B") || begins(head, "7z\u00BC\u00AF") || begins(head, "Rar!")) {
      throw new UnreadableFileException(
          "The file is compressed; unpack it and give the file that is inside");
    }
    refuseMarkup(head);
  }

  private static void refuseMarkup(byte[] head) {
    String text = latin(head, 512).strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<table")) {
      throw Refusals.notATable("This is a web page that is called a spreadsheet");
    }
    if (text.startsWith("<?xml") || text.startsWith("{\\rtf")) {
      throw Refusals.notATable("This is a document of another kind");
    }
  }

  private static UnreadableFileException oldExcel(byte[] head) {
    String name = new String(head, StandardCharsets.UTF_16LE);
    return name.contains("EncryptedPackage")
        ? new UnreadableFileException(
            "The file is protected with a password; open it, remove the password, and save it as"
                + " .xlsx or .csv")
        : Refusals.notATable(
            "This is a file of an old Excel (.xls) or one that is protected with a password");
  }

  private static boolean begins(byte[] head, String magic) {
    return latin(head, magic.length()).equals(magic);
  }

  private static String latin(byte[] head, int length) {
    return new String(head, 0, Math.min(length, head.length), StandardCharsets.ISO_8859_1);
  }
}
