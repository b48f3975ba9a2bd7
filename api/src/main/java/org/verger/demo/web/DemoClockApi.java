package org.verger.demo.web;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.demo.DemoTime;
import org.verger.validation.InvalidInputException;

/** Moves the demo's time; does not exist outside the demo. */
@RestController
@RequestMapping("/api/v1/demo/clock")
@ConditionalOnBooleanProperty("verger.demo")
@PreAuthorize("isAuthenticated()")
class DemoClockApi {

  private final DemoTime time;

  DemoClockApi(DemoTime time) {
    this.time = time;
  }

  /**
   * How far to move.
   *
   * @param advance an ISO-8601 duration, for example {@code P7D}
   */
  record Move(String advance) {}

  /** The time it is. */
  record Now(Instant now) {}

  @GetMapping
  Now now() {
    return new Now(time.now());
  }

  @PostMapping
  Now move(@RequestBody Move move) {
    return new Now(time.advance(duration(move.advance())));
  }

  static Duration duration(String text) {
    try {
      Duration by = Duration.parse(text);
      if (by.isPositive() && by.compareTo(Duration.ofDays(366)) <= 0) {
        return by;
      }
    } catch (DateTimeParseException malformed) {
      throw refused();
    }
    throw refused();
  }

  private static InvalidInputException refused() {
    return InvalidInputException.of(
        "advance", "Give a duration of at most a year forward, for example P7D or PT1H");
  }
}
