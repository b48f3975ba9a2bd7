package org.verger.giving;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a gift was made. */
public enum GivingMethod {
  CASH,
  CHEQUE,
  CARD,
  TRANSFER,
  ONLINE,
  OTHER;

  /** The form in which it is stored. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As people read it: "Cash". */
  public String words() {
    return name().charAt(0) + code().substring(1);
  }

  /** The one with this code, if there is one. */
  public static Optional<GivingMethod> of(@Nullable String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(GivingMethod::code).toList();
  }
}
