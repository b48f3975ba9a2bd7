package org.verger.guests;

import org.jspecify.annotations.Nullable;

/** Connect forms for tests. */
final class Forms {

  private Forms() {}

  static ConnectForm form(@Nullable String phone, @Nullable String email) {
    return new ConnectForm(
        "Ana",
        "Ruiz",
        phone,
        email,
        "es",
        null,
        new ConnectForm.Consent(true, true),
        "Sang in a choir");
  }
}
