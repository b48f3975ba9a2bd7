package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSegmentsTest {

  @ParameterizedTest
  @CsvSource({
    "a, 0, 1", "a, 1, 1", "a, 160, 1", "a, 161, 2", "a, 306, 2", "a, 307, 3", "a, 459, 3",
    "é, 160, 1", "€, 80, 1", "€, 81, 2", "á, 70, 1", "á, 71, 2", "á, 134, 2", "á, 135, 3",
    "😀, 35, 1", "😀, 36, 2", "😀, 66, 2", "😀, 67, 3"
  })
  void aTextIsChargedByItsAlphabetAndLength(String letter, int times, int segments) {
    assertThat(SmsSegments.of(letter.repeat(times)).count()).isEqualTo(segments);
  }

  @Test
  void anEscapedCharacterIsNotTornApartBetweenTwoParts() {
    String text = "a".repeat(152) + "€" + "a".repeat(151);
    assertThat(SmsSegments.of(text).units()).isEqualTo(305);
    assertThat(SmsSegments.of(text).count()).isEqualTo(2);
    assertThat(SmsSegments.of(text + "a").count()).isEqualTo(3);
  }

  @Test
  void oneLetterOutsideOfTheBasicAlphabetChangesTheWholeText() {
    assertThat(SmsSegments.of("a".repeat(159)).encoding()).isEqualTo(SmsSegments.Encoding.GSM_7);
    assertThat(SmsSegments.of("a".repeat(159) + "ó").encoding())
        .isEqualTo(SmsSegments.Encoding.UCS_2);
  }

  @Test
  void moreTextIsNeverCheaperAndNeverFitsMoreThanThePartsHold() {
    Random random = new Random(7);
    String letters = "abc €[]éáß😀\n";
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(400); i > 0; i--) {
        text.appendCodePoint(
            letters.codePoints().skip(random.nextInt(11)).findFirst().orElseThrow());
      }
      SmsSegments whole = SmsSegments.of(text.toString());
      int part = whole.encoding() == SmsSegments.Encoding.GSM_7 ? 153 : 67;
      if (whole.count() > 1) {
        assertThat(whole.units()).isLessThanOrEqualTo(whole.count() * part);
        assertThat(whole.units()).isGreaterThan((whole.count() - 1) * (part - 1));
      }
      assertThat(SmsSegments.of(text + "a").count()).isGreaterThanOrEqualTo(whole.count());
    }
  }
}
