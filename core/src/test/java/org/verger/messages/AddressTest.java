package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "(312) 555-0123, US, +13125550123",
    "+1 312 555 0123, NG, +13125550123",
    "0803 123 4567, NG, +2348031234567",
    "+44 20 7946 0018, US, +442079460018"
  })
  void aNumberIsReadAsPeopleOfTheRegionWriteIt(String text, String region, String number) {
    assertThat(PhoneNumber.parse(text, region).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "555-0123", "none", "+1", "312 555 0123 312 555 0123 000"})
  void whatIsNoNumberIsRefusedWithASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.parse(text, "US"))
        .withMessageContaining("country code");
  }

  @Test
  void capitalsInAnEmailAddressDoNotMatter() {
    assertThat(EmailAddress.parse(" Ana.Ruiz@Example.ORG "))
        .isEqualTo(new EmailAddress("ana.ruiz@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "@example.org",
        "a@b",
        "a b@example.org",
        "a@@example.org",
        "a@example..org",
        "a@-example.org",
        ".a@example.org",
        "a.@example.org"
      })
  void whatIsNoEmailAddressIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EmailAddress.parse(text));
  }

  @Test
  void addressesAreMaskedWhereTheyCouldReachALog() {
    assertThat(PhoneNumber.parse("+1 312 555 0123", "US")).hasToString("+1••••••0123");
    assertThat(EmailAddress.parse("ana@example.org")).hasToString("a••••@example.org");
  }
}
