package org.verger.messages;

/**
 * How a text travels as SMS.
 *
 * @param encoding the alphabet that it needs
 * @param units septets in GSM-7, where characters of the extension table count twice; UTF-16 units
 *     in UCS-2
 * @param count how many messages are charged
 */
public record SmsSegments(Encoding encoding, int units, int count) {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** The two alphabets of SMS. */
  public enum Encoding {
    GSM_7(160, 153),
    UCS_2(70, 67);

    private final int single;
    private final int part;

    Encoding(int single, int part) {
      this.single = single;
      this.part = part;
    }
  }

  /** Counts the segments of a text; an empty one takes one. */
  public static SmsSegments of(String text) {
    boolean plain = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    return plain ? count(text, Encoding.GSM_7) : count(text, Encoding.UCS_2);
  }

  private static SmsSegments count(String text, Encoding encoding) {
    int total = 0;
    int segments = 1;
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int length = encoding == Encoding.UCS_2 ? Character.charCount(text.codePointAt(i)) : 1;
      int units = encoding == Encoding.GSM_7 ? septets(text.charAt(i)) : length;
      // An escape and its character, or the halves of a surrogate pair, stay in one part.
      if (used + units > encoding.part) {
        segments++;
        used = 0;
      }
      used += units;
      total += units;
      i += length;
    }
    return new SmsSegments(encoding, total, total <= encoding.single ? 1 : segments);
  }

  private static int septets(char c) {
    return EXTENSION.indexOf(c) >= 0 ? 2 : 1;
  }
}
