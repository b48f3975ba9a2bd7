package org.verger.demo.web;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.demo.DemoTime;
import org.verger.pages.Format;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.time.ClockNotMovableException;
import org.verger.validation.InvalidInputException;

/** The buttons that move the demo's time on. */
@PageController
@PreAuthorize("isAuthenticated()")
@ConditionalOnBooleanProperty("verger.demo")
class DemoClockPage {

  private final DemoTime time;
  private final Format format;

  DemoClockPage(DemoTime time, Format format) {
    this.time = time;
    this.format = format;
  }

  @PostMapping("/demo/clock")
  String advance(
      @RequestParam String advance, @RequestParam String back, RedirectAttributes flash) {
    try {
      Instant now = time.advance(DemoClockApi.duration(advance));
      flash.addFlashAttribute("done", "It is now " + format.moment(now) + ".");
    } catch (InvalidInputException wrong) {
      flash.addFlashAttribute("problem", wrong.errors().getFirst().message());
    } catch (ClockNotMovableException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return "redirect:" + Fragments.ownPath(back);
  }
}
