package org.verger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verger.imports.values.DateReader.Order;

class DateReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private static DateReader forColumn(List<String> cells, String region) {
    DateOrders orders = new DateOrders();
    cells.forEach(orders::add);
    return orders.reader(region, TODAY, CHICAGO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05|2026-01-05",
        "2026/1/5|2026-01-05",
        "1/5/2026|2026-01-05",
        "01-05-2026|2026-01-05",
        "1/5/26|2026-01-05",
        "1/5/27|2027-01-05",
        "1/5/28|1928-01-05",
        "1/5/85|1985-01-05",
        "5.1.2026|2026-01-05",
        "31.12.25|2025-12-31",
        "Jan 5, 2026|2026-01-05",
        "January 5 2026|2026-01-05",
        "5 January 2026|2026-01-05",
        "5-Jan-26|2026-01-05",
        "Sept. 5th, 2025|2025-09-05",
        "Sunday, January 4, 2026|2026-01-04",
        "5 de enero de 2026|2026-01-05",
        "5. Januar 2026|2026-01-05",
        "2026 Jan 5|2026-01-05",
        "20260105|2026-01-05",
        "46027|2026-01-05",
        "46027.5|2026-01-05",
        "2026-01-06T03:00:00Z|2026-01-05",
        "2026-01-05T00:00:00Z|2026-01-05",
        "2026-01-05T00:00:00.000+0000|2026-01-05",
        "2026-01-05T10:00:00|2026-01-05",
        "2026-01-05 10:00:00.000|2026-01-05",
        "1/5/2026 12:00:00 AM|2026-01-05",
        "2026-02-29|",
        "2028-02-29|2028-02-29",
        "  1/5/2026\u00a0|2026-01-05",
        "1/31/2026|2026-01-31",
      })
  void datesAreReadAsPeopleWriteThem(String text, LocalDate expected) {
    assertThat(DateReader.of(Order.MONTH_FIRST, TODAY, CHICAGO).read(text).orNull())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "31/02/2026|31/02/2026 is not a date",
        "soon|soon is not a date",
        "2026|2026 is a year without a day; give the day, or do not use the column",
        "1/5/1830|1/5/1830 is not plausible: the year is 1830",
        "1/5/2099|1/5/2099 is not plausible: the year is 2099",
        "25/12/2025|25/12/2025 is not a date in the order of this column, month/day/year",
        "0/0/0000|0/0/0000 is not a date",
        "foo 1/5/2026|foo 1/5/2026 is not a date",
        "1/5|1/5 is not a date",
        "#N/A|The cell holds an error of the spreadsheet: #N/A",
        "1/2/3/2026|1/2/3/2026 is not a date",
        "99999999999999999999|99999999999999999999 is not a date",
      })
  void whatIsNoDateIsRefusedWithAReason(String text, String reason) {
    assertThat(DateReader.of(Order.MONTH_FIRST, TODAY, CHICAGO).read(text).reason())
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "1/5/2026;13/1/2026, US, DAY_FIRST, true", "1/5/2026;1/13/2026, DE, MONTH_FIRST, true",
    "1/5/2026;2/5/2026, US, MONTH_FIRST, false", "1/5/2026;2/5/2026, GB, DAY_FIRST, false",
    "2026-01-13;5.13.2026, GB, DAY_FIRST, false"
  })
  void theOrderOfAColumnIsToldByItsSampleAndElseByTheRegion(
      String sample, String region, Order order, boolean certain) {
    DateReader reader = forColumn(Arrays.asList(sample.split(";")), region);
    assertThat(reader.order()).isEqualTo(order);
    assertThat(reader.isCertain()).isEqualTo(certain);
  }

  @Test
  void anOrderThatNoCellShowsIsShownAsAWarning() {
    assertThat(forColumn(List.of("2/2/2026", "1/5/2026"), "NG").warning())
        .contains("1/5/2026")
        .contains("day/month/year");
    assertThat(forColumn(List.of("2/2/2026", "1/5/2026", "1/13/2026"), "NG").warning()).isNull();
    assertThat(forColumn(List.of("2/2/2026", "2026-01-05", "5.1.2026"), "NG").warning()).isNull();
  }

  @Test
  void aColumnThatContradictsItselfSaysSo() {
    DateReader reader = forColumn(List.of("13/1/2026", "14/1/2026", "1/15/2026"), "US");
    assertThat(reader.order()).isEqualTo(Order.DAY_FIRST);
    assertThat(reader.warning())
        .contains("day first (2)")
        .contains("the month (1)")
        .contains("day/month/year");
    assertThat(reader.read("1/15/2026").reason()).contains("in the order of this column");
  }

  @Test
  void aBlankCellIsNothing() {
    assertThat(DateReader.of(Order.DAY_FIRST, TODAY, CHICAGO).read(" \u00a0 "))
        .isEqualTo(Reading.blank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1/5/2026 3:30 PM|2026-01-05T15:30",
        "2026-01-05T15:30:00Z|2026-01-05T09:30",
        "2026-01-06T03:30:00.000+00:00|2026-01-05T21:30",
        "1/5/2026 3:30 PM -0600|2026-01-05T15:30",
        "2025-07-05T00:00:00Z|2025-07-04T19:00",
        "1/5/2026|2026-01-05T00:00",
        "46027.75|2026-01-05T18:00",
        "Jan 5, 2026 7:05 am|2026-01-05T07:05",
        "1/5/2026 25:00|",
        "soon 10:00|",
      })
  void aDateMayHaveATime(String text, LocalDateTime expected) {
    assertThat(DateReader.of(Order.MONTH_FIRST, TODAY, CHICAGO).readTime(text).orNull())
        .isEqualTo(expected);
  }
}
