package org.verger.tenants.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** A church to take in, as it was sent: every field may be missing or wrong. */
record NewTenant(
    @Nullable String id,
    @Nullable String name,
    @Nullable String denomination,
    @Nullable String timeZone,
    @Nullable List<String> languages,
    @Nullable String region,
    @Nullable String currency) {

  /**
   * The church it describes.
   *
   * @throws InvalidInputException that names each field that is missing or wrong
   */
  Tenant read() {
    refuseWrong();
    return new Tenant(
        new TenantId(text(id)),
        text(name).strip(),
        denomination,
        ZoneId.of(text(timeZone)),
        spoken(),
        text(region),
        text(currency),
        Tenant.Status.CREATING);
  }

  private void refuseWrong() {
    List<FieldError> errors = new ArrayList<>();
    check(
        errors,
        TenantId.isValid(text(id)),
        "id",
        "Give 2 to 40 small letters, digits or hyphens, starting with a letter");
    check(errors, !text(name).isBlank(), "name", "Give the church's name");
    check(errors, isZone(text(timeZone)), "timeZone", "Give a zone such as America/Chicago");
    check(errors, areLanguages(spoken()), "languages", "Give ISO 639 codes such as [\"en\"]");
    check(errors, isRegion(text(region)), "region", "Give an ISO 3166 code such as US");
    check(errors, isCurrency(text(currency)), "currency", "Give an ISO 4217 code such as USD");
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  private List<String> spoken() {
    return languages == null ? List.of() : languages;
  }

  private static void check(List<FieldError> errors, boolean right, String field, String advice) {
    if (!right) {
      errors.add(new FieldError(field, advice));
    }
  }

  // Offsets such as +02:00 are refused: they know no daylight saving.
  private static boolean isZone(String zone) {
    return ZoneId.getAvailableZoneIds().contains(zone);
  }

  private static boolean areLanguages(List<String> codes) {
    return !codes.isEmpty() && Arrays.asList(Locale.getISOLanguages()).containsAll(codes);
  }

  private static boolean isRegion(String region) {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(region);
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
