package org.verger.tenants.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.NewPerson;
import org.verger.tenants.Tenant;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Somebody who is to look after a church, as they were sent. */
record NewAdministrator(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String email,
    @Nullable String password) {

  /**
   * The person it describes, who is taken to speak the church's first language.
   *
   * @throws InvalidInputException that names each field that is missing
   */
  NewPerson read(Tenant church) {
    List<FieldError> errors = new ArrayList<>();
    Map.of("givenName", text(givenName), "familyName", text(familyName), "password", text(password))
        .forEach(
            (field, value) -> {
              if (value.isBlank()) {
                errors.add(new FieldError(field, "Fill in this field"));
              }
            });
    if (!text(email).strip().matches("\\S+@\\S+")) {
      errors.add(new FieldError("email", "Give the address to sign in with"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new NewPerson(
        text(givenName).strip(),
        text(familyName).strip(),
        text(email).strip(),
        null,
        church.languages().getFirst());
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
