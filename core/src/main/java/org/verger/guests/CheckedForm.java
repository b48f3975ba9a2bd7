package org.verger.guests;

import org.jspecify.annotations.Nullable;

/** A connect form that was checked and brought into the forms that are stored. */
record CheckedForm(
    String firstName,
    String lastName,
    @Nullable String phone,
    @Nullable String email,
    String language,
    @Nullable String campaign,
    boolean smsConsent,
    boolean emailConsent,
    @Nullable String note) {}
