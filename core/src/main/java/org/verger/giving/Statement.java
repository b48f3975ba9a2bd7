package org.verger.giving;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * What somebody gave in a year, as it was when the statement was made.
 *
 * @param number counts the statements of the year, without a gap
 * @param version counts what was made under this number; each replaces the one before
 * @param latest the version that counts
 * @param name of the giver, as it was then
 */
public record Statement(
    UUID id,
    int year,
    int number,
    UUID person,
    int version,
    int latest,
    Instant madeAt,
    String name,
    Address address,
    List<Line> lines) {

  public Statement {
    lines = List.copyOf(lines);
  }

  /** Where the giver lived then. */
  public record Address(
      @Nullable String street,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country) {

    /** As it is written on a letter; empty when nothing is known. */
    public List<String> lines() {
      String place =
          Stream.of(city, region, postalCode)
              .filter(part -> part != null && !part.isBlank())
              .collect(Collectors.joining(" "));
      return Stream.of(street, place, country)
          .filter(line -> line != null && !line.isBlank())
          .toList();
    }
  }

  /**
   * A gift.
   *
   * @param fund null when nobody said what for
   * @param amount less than nothing when it takes a gift back
   */
  public record Line(
      long gift, LocalDate givenOn, @Nullable String fund, GivingMethod method, Money amount) {

    /** The name of the fund. */
    public String purpose() {
      return fund == null ? "No fund" : fund;
    }
  }

  /** What gifts come to together. */
  public record Sum(String name, Money amount) {}

  /** Year and number, as people read it: {@code 2025-17}. */
  public String title() {
    return year + "-" + number;
  }

  /** Whether a later version replaces this one. */
  public boolean replaced() {
    return version < latest;
  }

  /** What all gifts come to in each currency. */
  public List<Sum> totals() {
    return sums(line -> "");
  }

  /** What the gifts of each fund come to in each currency. */
  public List<Sum> byFund() {
    return sums(Line::purpose);
  }

  private List<Sum> sums(Function<Line, String> name) {
    Map<String, List<Line>> parts =
        lines.stream()
            .collect(
                Collectors.groupingBy(
                    line -> line.amount().currency() + " " + name.apply(line),
                    TreeMap::new,
                    Collectors.toList()));
    return parts.values().stream()
        .map(part -> sum(name.apply(part.getFirst()), part))
        .sorted(Comparator.comparing(Sum::name))
        .toList();
  }

  private static Sum sum(String name, List<Line> part) {
    long minor = part.stream().mapToLong(line -> line.amount().minor()).sum();
    return new Sum(name, new Money(minor, part.getFirst().amount().currency()));
  }
}
