package org.verger.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The countries that there are, by their codes and their English names. */
final class Countries {

  private static final Map<String, String> CODES = codes();

  private Countries() {}

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      codes.put(key(country.getDisplayCountry(Locale.ENGLISH)), code);
      codes.put(key(country.getISO3Country()), code);
      codes.put(key(code), code);
    }
    return codes;
  }

  private static String key(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** The two letters of a country; null when there is none that is called so. */
  static @Nullable String code(String text) {
    return CODES.get(key(text));
  }
}
