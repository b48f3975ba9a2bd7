package org.verger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;

class OtherValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ann Lee|Ann|Lee",
        "`  Ann \u00a0 Marie  Lee `|Ann Marie|Lee",
        "Lee, Ann|Ann|Lee",
        "Lee, Ann Marie|Ann Marie|Lee",
        "Lee Jr., Ann|Ann|Lee Jr.",
        "Lee, Ann, Jr.|Ann|Lee Jr.",
        "John Smith III|John|Smith III",
        "SMITH, JOHN|JOHN|SMITH",
        "Mr. John Smith|John|Smith",
        "Smith, Dr. John|John|Smith",
        "Maria de la Cruz|Maria|de la Cruz",
        "Ludwig van Beethoven|Ludwig|van Beethoven",
        "Cher|Cher|``",
        "'=Ann Lee|=Ann|Lee",
        "De Souza, Ana|Ana|De Souza",
      })
  void namesAreDivided(String text, String given, String family) {
    assertThat(new NameReader().read(text).orNull()).isEqualTo(new PersonName(given, family));
  }

  @Test
  void whatHasNoLettersIsNoName() {
    assertThat(new NameReader().read("12345").reason()).isEqualTo("12345 is not a name");
    assertThat(new NameReader().read(" ")).isEqualTo(Reading.blank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "(312) 555-0123|+13125550123", "312.555.0123|+13125550123", "1-312-555-0123|+13125550123",
            "+1 312 555 0123|+13125550123",
        "3125550123.0|+13125550123", "312-555-0123 x12|+13125550123",
            "312-555-0123 (cell)|+13125550123", "Cell: 312-555-0123|+13125550123",
        "+44 20 7946 0018|+442079460018", "\u00a0312 555 0123|+13125550123",
      })
  void phonesAreReadIntoOneForm(String text, String number) {
    assertThat(new PhoneReader("US").read(text).orNull()).isEqualTo(new PhoneNumber(number));
  }

  @Test
  void whatIsNoPhoneIsRefused() {
    PhoneReader reader = new PhoneReader("US");
    assertThat(reader.read("555-0123").reason()).startsWith("555-0123 is not a phone number");
    assertThat(reader.read("312-555-0123 / 312-555-0124").reason())
        .contains("is not a phone number");
    assertThat(reader.read("3.125550123E9").reason()).contains("is not a phone number");
    assertThat(reader.read("none").reason()).contains("is not a phone number");
    assertThat(reader.read("").reason()).isNull();
    assertThat(new PhoneReader("GB").read("020 7946 0018").orNull())
        .isEqualTo(new PhoneNumber("+442079460018"));
  }

  @Test
  void theShortWayGivesWhatTheLibraryGives() {
    PhoneReader reader = new PhoneReader("US");
    Random random = new Random(5);
    for (int run = 0; run < 2_000; run++) {
      String text =
          "(%03d) %03d-%04d"
              .formatted(random.nextInt(1000), random.nextInt(1000), random.nextInt(10000));
      PhoneNumber expected;
      try {
        expected = PhoneNumber.parse(text, "US");
      } catch (IllegalArgumentException none) {
        expected = null;
      }
      assertThat(reader.read(text).orNull()).as(text).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann@Example.org|ann@example.org",
        " ann@example.org; |ann@example.org",
        "Ann Lee <ann@example.org>|ann@example.org",
        "mailto:ann@example.org|ann@example.org",
        "ann@example|",
        "ann@a.org, bo@b.org|",
        "@ann|",
      })
  void emailsAreReadIntoOneForm(String text, String address) {
    Reading<EmailAddress> read = new EmailReader().read(text);
    assertThat(read.orNull()).isEqualTo(address == null ? null : new EmailAddress(address));
    assertThat(read.reason() == null).isEqualTo(address != null);
  }

  @ParameterizedTest
  @CsvSource({
    "Yes,true",
    "x,true",
    "TRUE,true",
    "1,true",
    "sí,true",
    "no,false",
    "0,false",
    "Opted out,false",
    "maybe,"
  })
  void yesAndNoAreUnderstood(String text, Boolean expected) {
    assertThat(new BooleanReader().read(text).orNull()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "19:30,19:30", "7:30 PM,19:30", "7pm,19:00", "7.30 p.m.,19:30", "12:00 AM,00:00", "12 pm,12:00",
        "09:30:15,09:30:15",
    "0.75,18:00", "noon,12:00", "10:00:00Z,10:00", "13 pm,", "25:00,", "7,", "late,"
  })
  void timesAreReadAsPeopleWriteThem(String text, LocalTime expected) {
    assertThat(new TimeReader().read(text).orNull()).isEqualTo(expected);
  }

  @Test
  void textLosesWhatCannotBeSeen() {
    TextReader reader = new TextReader(20);
    assertThat(reader.read(" a\u00a0\u00a0b\tc\r\nd\u200b\u0007 ").orNull()).isEqualTo("a b c d");
    assertThat(reader.read("'=1+1").orNull()).isEqualTo("=1+1");
    assertThat(reader.read("'tis").orNull()).isEqualTo("'tis");
    assertThat(reader.read("'")).isEqualTo(Reading.of("'"));
    assertThat(reader.read("#N/A").reason())
        .isEqualTo("The cell holds an error of the spreadsheet: #N/A");
    assertThat(reader.read("x".repeat(21)).reason()).endsWith("is longer than 20 characters");
    assertThat(reader.read("\u200b")).isEqualTo(Reading.blank());
  }
}
