package org.verger.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.analytics.Series.Line;
import org.verger.analytics.Series.Period;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;

/** What a sent segment costs. One price for each channel, which counts for the past too. */
@Component
public class MessagePrices {

  private static final BigDecimal MOST = BigDecimal.valueOf(1000);
  private static final int DECIMALS = 6;

  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;
  private final Tenants tenants;

  MessagePrices(JdbcClient jdbc, Access access, Audit audit, Tenants tenants) {
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
    this.tenants = tenants;
  }

  /**
   * A price.
   *
   * @param micros millionths of the currency
   */
  public record Price(String channel, long micros, String currency) {

    /** In major units. */
    public BigDecimal amount() {
      return BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
    }

    private long minor(long segments) {
      int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
      return amount()
          .multiply(BigDecimal.valueOf(segments))
          .movePointRight(digits)
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    }
  }

  /** The price of an SMS segment, where somebody has set it. */
  @Transactional(readOnly = true)
  public Optional<Price> sms() {
    return all().stream().filter(price -> price.channel().equals("sms")).findFirst();
  }

  /**
   * Sets what an SMS segment costs, in the church's currency.
   *
   * @param amount in major units
   * @throws NotAllowedException when {@code by} does not look after the whole church's system
   * @throws InvalidInputException naming {@code price} when nothing can cost that
   */
  @Transactional
  public void setSms(PersonId by, BigDecimal amount) {
    access.requireEverywhere(by, Area.SYSTEM);
    if (amount.signum() < 0
        || amount.compareTo(MOST) > 0
        || amount.stripTrailingZeros().scale() > DECIMALS) {
      throw InvalidInputException.of(
          "price", "Give an amount between 0 and 1000 with at most six decimals");
    }
    String currency = tenants.current().currency();
    jdbc.sql(
            """
            INSERT INTO message_price (channel, micros, currency) VALUES ('sms', ?, ?)
            ON CONFLICT (channel) DO UPDATE
            SET micros = excluded.micros, currency = excluded.currency
            """)
        .params(amount.movePointRight(DECIMALS).longValueExact(), currency)
        .update();
    audit.record(
        "analytics-message-price-set",
        "sms",
        by.value(),
        Map.of("amount", amount.toPlainString(), "currency", currency));
  }

  // The undivided period costs what its priced channels cost together; with prices in several
  // currencies that is no amount.
  List<Period> applied(List<Period> periods) {
    Map<String, Price> prices =
        all().stream().collect(Collectors.toMap(Price::channel, price -> price));
    boolean oneCurrency = prices.values().stream().map(Price::currency).distinct().count() == 1;
    return periods.stream()
        .map(
            period -> {
              List<Line> lines = period.lines().stream().map(line -> priced(line, prices)).toList();
              return new Period(
                  period.starts(),
                  period.ends(),
                  oneCurrency ? lines.stream().map(line -> summed(line, lines)).toList() : lines);
            })
        .toList();
  }

  private static Line priced(Line line, Map<String, Price> prices) {
    Price price = line.split().equals("channel") ? prices.get(line.part()) : null;
    return price == null
        ? line
        : with(line, price.minor(line.figure("sent_segments")), price.currency());
  }

  private static Line summed(Line line, List<Line> lines) {
    List<Line> priced = lines.stream().filter(one -> one.currency() != null).toList();
    return line.split().equals(Series.ALL) && !priced.isEmpty()
        ? with(
            line,
            priced.stream().mapToLong(one -> one.figure("cost")).sum(),
            priced.getFirst().currency())
        : line;
  }

  private static Line with(Line line, long cost, @Nullable String currency) {
    Map<String, @Nullable Long> figures = new LinkedHashMap<>(line.figures());
    figures.put("cost", cost);
    return new Line(line.split(), line.part(), line.name(), currency, figures);
  }

  private List<Price> all() {
    return jdbc.sql("SELECT channel, micros, currency FROM message_price")
        .query(Price.class)
        .list();
  }
}
