package org.verger.imports.values;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signs and codes of currencies as they stand beside amounts. */
final class Currencies {

  private static final Set<String> DOLLARS =
      Set.of(
          "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "BBD", "BSD", "BZD", "FJD",
          "GYD", "LRD", "NAD", "XCD", "MXN", "ARS", "CLP", "COP", "DOP", "UYU");
  private static final Map<String, Set<String>> SIGNS =
      Map.ofEntries(
          Map.entry("$", DOLLARS),
          Map.entry("US$", Set.of("USD")),
          Map.entry("CA$", Set.of("CAD")),
          Map.entry("C$", Set.of("CAD", "NIO")),
          Map.entry("A$", Set.of("AUD")),
          Map.entry("AU$", Set.of("AUD")),
          Map.entry("NZ$", Set.of("NZD")),
          Map.entry("MX$", Set.of("MXN")),
          Map.entry("R$", Set.of("BRL")),
          Map.entry("€", Set.of("EUR")),
          Map.entry("£", Set.of("GBP", "EGP", "GIP", "FKP")),
          Map.entry("¥", Set.of("JPY", "CNY")),
          Map.entry("￥", Set.of("JPY", "CNY")),
          Map.entry("₱", Set.of("PHP")),
          Map.entry("₹", Set.of("INR")),
          Map.entry("₦", Set.of("NGN")),
          Map.entry("₩", Set.of("KRW")),
          Map.entry("₪", Set.of("ILS")),
          Map.entry("₴", Set.of("UAH")),
          Map.entry("₫", Set.of("VND")),
          Map.entry("₵", Set.of("GHS")),
          Map.entry("GH₵", Set.of("GHS")),
          Map.entry("₡", Set.of("CRC")),
          Map.entry("₲", Set.of("PYG")),
          Map.entry("₺", Set.of("TRY")),
          Map.entry("฿", Set.of("THB")),
          Map.entry("R", Set.of("ZAR")),
          Map.entry("Q", Set.of("GTQ")),
          Map.entry("L", Set.of("HNL")),
          Map.entry("S/", Set.of("PEN")),
          Map.entry("KSH", Set.of("KES")),
          Map.entry("TSH", Set.of("TZS")),
          Map.entry("USH", Set.of("UGX")),
          Map.entry("RM", Set.of("MYR")),
          Map.entry("RP", Set.of("IDR")),
          Map.entry("RS", Set.of("INR", "PKR", "LKR", "NPR")),
          Map.entry("KR", Set.of("SEK", "NOK", "DKK", "ISK")),
          Map.entry("FR", Set.of("CHF")),
          Map.entry("ZŁ", Set.of("PLN")),
          Map.entry("KČ", Set.of("CZK")),
          Map.entry("FT", Set.of("HUF")));
  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /** What may stand beside an amount in a currency. */
  static Set<String> signs(String currency) {
    return Stream.concat(
            Stream.of("", currency),
            SIGNS.entrySet().stream()
                .filter(sign -> sign.getValue().contains(currency))
                .map(Map.Entry::getKey))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether this is the code of money, not of gold or of nothing. */
  static boolean isCode(String code) {
    return CODES.contains(code) && Currency.getInstance(code).getDefaultFractionDigits() >= 0;
  }

  /** Whether this is a sign or a code of any currency. */
  static boolean known(String sign) {
    return Arrays.stream(parts(sign))
        .allMatch(part -> SIGNS.containsKey(part) || CODES.contains(part));
  }

  /** Whether an amount with this sign, or with none, can be one in a currency. */
  static boolean fits(String sign, String currency) {
    return sign.isEmpty() || Arrays.stream(parts(sign)).allMatch(part -> one(part, currency));
  }

  private static boolean one(String part, String currency) {
    return part.equals(currency) || SIGNS.getOrDefault(part, Set.of()).contains(currency);
  }

  private static String[] parts(String sign) {
    return sign.toUpperCase(Locale.ROOT).replaceAll("\\.$", "").strip().split(" +");
  }
}
