package org.verger.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.time.ClockKeeper;
import org.verger.time.ClockNotMovableException;

/** The buttons that move the demo's time on. */
@PageController
@PreAuthorize("isAuthenticated()")
@ConditionalOnBooleanProperty("verger.demo")
class DemoClockPage {

  private final ClockKeeper clock;
  private final Format format;

  DemoClockPage(ClockKeeper clock, Format format) {
    this.clock = clock;
    this.format = format;
  }

  @PostMapping("/demo/clock")
  String advance(
      @RequestParam String advance, @RequestParam String back, RedirectAttributes flash) {
    try {
      Instant now = clock.advance(Duration.parse(advance));
      flash.addFlashAttribute("done", "It is now " + format.moment(now) + ".");
    } catch (ClockNotMovableException | DateTimeParseException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:" + Fragments.ownPath(back);
  }
}
