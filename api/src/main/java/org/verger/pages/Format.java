package org.verger.pages;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/** Writes instants for people, in the church's zone and the language of the page. */
@Component("format")
@RunsInRole(RunsInRole.API)
public class Format {

  // Many fonts draw the narrow one that stands before "PM" so narrow that it is not seen.
  private static final char NARROW_SPACE = '\u202f';
  private static final char WIDE_SPACE = '\u00a0';

  private final Clock clock;
  private final Tenants tenants;
  private final MessageSource texts;

  Format(Clock clock, Tenants tenants, MessageSource texts) {
    this.clock = clock;
    this.tenants = tenants;
    this.texts = texts;
  }

  /** "Nov 21, 2026". */
  public String date(Instant at) {
    return write(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM));
  }

  /** "Nov 21, 2026", for a day without a time. */
  public String on(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(LocaleContextHolder.getLocale())
        .format(day);
  }

  /** "Sat, Nov 21, 2026", for a day without a time. */
  public String onWeekday(LocalDate day) {
    return localized("yMMMEd").withLocale(LocaleContextHolder.getLocale()).format(day);
  }

  /** "7:30 PM", for a time of no day. */
  public String clock(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(LocaleContextHolder.getLocale())
        .format(time)
        .replace(NARROW_SPACE, WIDE_SPACE);
  }

  /** "7:30 PM". */
  public String time(Instant at) {
    return write(at, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
  }

  /** "Nov 21, 2026, 7:30 PM": what is kept or printed is read on another day. */
  public String dated(Instant at) {
    return date(at) + ", " + time(at);
  }

  /** "Saturday, November 21, 2026". */
  public String longDate(Instant at) {
    return write(at, DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL));
  }

  /** "Today, 7:30 PM", "Tomorrow, …", "Yesterday, …", else "Tue, Nov 24, 7:30 PM". */
  public String moment(Instant at) {
    return day(at) + ", " + time(at);
  }

  /** As {@link #moment}, within a sentence: "tomorrow, 7:30 PM". */
  public String momentInText(Instant at) {
    return dayInText(at) + ", " + time(at);
  }

  /** As {@link #day}, within a sentence. */
  public String dayInText(Instant at) {
    String day = day(at);
    boolean near = Math.abs(ChronoUnit.DAYS.between(today(), local(at).toLocalDate())) <= 1;
    return near ? day.toLowerCase(LocaleContextHolder.getLocale()) : day;
  }

  /** "Today", "Tomorrow", "Yesterday", "Tue, Nov 24", and with the year when it is another one. */
  public String day(Instant at) {
    long days = ChronoUnit.DAYS.between(today(), local(at).toLocalDate());
    if (Math.abs(days) <= 1) {
      return text(days == 0 ? "day.today" : days == 1 ? "day.tomorrow" : "day.yesterday");
    }
    boolean thisYear = local(at).getYear() == today().getYear();
    return write(at, localized(thisYear ? "MMMEd" : "yMMMEd"));
  }

  /** "Sat, Nov 21, 7:30 PM": now. */
  public String shortNow() {
    return write(clock.instant(), localized("MMMEd")) + ", " + time(clock.instant());
  }

  /** What one says at this time of the day. */
  public String greeting() {
    int hour = local(clock.instant()).getHour();
    return text(
        hour >= 5 && hour < 12
            ? "greeting.morning"
            : hour >= 12 && hour < 18 ? "greeting.afternoon" : "greeting.evening");
  }

  /** "just now", "25 minutes ago", "in 3 days". */
  public String relative(Instant at) {
    long seconds = ChronoUnit.SECONDS.between(clock.instant(), at);
    String direction = seconds < 0 ? "ago." : "in.";
    long minutes = Math.abs(seconds) / 60;
    if (minutes < 1) {
      return text("ago.now");
    }
    if (minutes < 60) {
      return text(direction + "minutes", minutes);
    }
    return minutes < 60 * 24
        ? text(direction + "hours", minutes / 60)
        : text(direction + "days", minutes / 60 / 24);
  }

  /** How many days ago in the church's calendar: 0 for today. */
  public long daysSince(Instant at) {
    return ChronoUnit.DAYS.between(local(at).toLocalDate(), today());
  }

  /** Whether {@code at} has passed. */
  public boolean past(Instant at) {
    return at.isBefore(clock.instant());
  }

  /** A language by its name in the language of the page. */
  public String language(String code) {
    return Locale.of(code).getDisplayLanguage(LocaleContextHolder.getLocale());
  }

  /** "+1 312-555-0100" for an E.164 number; what cannot be read stays as it is. */
  public static String phone(String number) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.format(numbers.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException unreadable) {
      return number;
    }
  }

  /** Two letters that stand for a person. */
  public static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String last = words.length > 1 ? words[words.length - 1] : "";
    return (first(words[0]) + first(last)).toUpperCase(LocaleContextHolder.getLocale());
  }

  private static String first(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private LocalDate today() {
    return local(clock.instant()).toLocalDate();
  }

  private ZonedDateTime local(Instant at) {
    return at.atZone(zone());
  }

  private ZoneId zone() {
    return CurrentTenant.get().flatMap(tenants::find).map(Tenant::zone).orElse(ZoneOffset.UTC);
  }

  private String write(Instant at, DateTimeFormatter formatter) {
    return formatter
        .withLocale(LocaleContextHolder.getLocale())
        .format(local(at))
        .replace(NARROW_SPACE, WIDE_SPACE);
  }

  private static DateTimeFormatter localized(String template) {
    return new DateTimeFormatterBuilder().appendLocalized(template).toFormatter();
  }

  private String text(String key, Object... values) {
    return texts.getMessage(key, values, LocaleContextHolder.getLocale());
  }
}
