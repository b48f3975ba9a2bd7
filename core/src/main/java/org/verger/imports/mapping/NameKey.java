package org.verger.imports.mapping;

import java.text.Normalizer;
import java.util.Locale;

/** Names of columns compared without regard to capitals, accents, spaces and punctuation. */
final class NameKey {

  private NameKey() {}

  static String of(String name) {
    StringBuilder key = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
