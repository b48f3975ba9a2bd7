package org.verger.guests;

import org.jspecify.annotations.Nullable;

/**
 * A connect form as it was filled in. Nothing is checked yet; blank means not given.
 *
 * @param language ISO 639 code; the church's first when not given
 * @param campaign the code on the card or in the link
 * @param consent to what the guest agreed; to nothing when not given
 */
public record ConnectForm(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String language,
    @Nullable String campaign,
    @Nullable Consent consent,
    @Nullable String note) {

  /** To which channels the guest agreed. */
  public record Consent(boolean sms, boolean email) {}

  /** Without the person's data. */
  @Override
  public String toString() {
    return "connect form";
  }
}
