package org.verger.guests;

import org.jspecify.annotations.Nullable;

/** Text that people typed. */
final class Texts {

  private Texts() {}

  /** The text without white space around it and without what a database cannot hold. */
  static @Nullable String given(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Texts::isText).forEach(kept::appendCodePoint);
    String stripped = kept.toString().strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static boolean isText(int codePoint) {
    int type = Character.getType(codePoint);
    return codePoint == '\n' || (type != Character.CONTROL && type != Character.SURROGATE);
  }
}
