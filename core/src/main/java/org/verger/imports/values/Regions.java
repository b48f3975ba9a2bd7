package org.verger.imports.values;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** How dates and amounts are usually written in the regions of the world. */
final class Regions {

  private static final Set<String> MONTH_FIRST = set("US AS GU MP PR VI UM PH PW FM MH CA");
  private static final Set<String> DECIMAL_COMMA =
      set(
          "AD AL AM AO AR AT AZ BA BE BG BO BR BY CL CO CR CU CV CY CZ DE DK DZ EC EE ES FI FO FR"
              + " GE GL GR GW HR HU ID IS IT KG KZ LT LU LV MA MC MD ME MK MZ NL NO PL PT PY RO RS"
              + " RU SE SI SK SM SN SR ST TN TR UA UY UZ VE VN XK ZA");

  private Regions() {}

  static boolean monthFirst(String region) {
    return MONTH_FIRST.contains(region.toUpperCase(Locale.ROOT));
  }

  static char decimalMark(String region) {
    return DECIMAL_COMMA.contains(region.toUpperCase(Locale.ROOT)) ? ',' : '.';
  }

  private static Set<String> set(String regions) {
    return Set.copyOf(Arrays.asList(regions.split(" ")));
  }
}
