package org.verger.batch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.web.Given;

/** When jobs run for each church; each church changes its own. */
@PageController
@PreAuthorize("hasRole('PLATFORM_ADMIN')")
class PlatformSchedulesPage {

  private final PlatformSchedules schedules;
  private final PlatformConsole console;

  PlatformSchedulesPage(PlatformSchedules schedules, PlatformConsole console) {
    this.schedules = schedules;
    this.console = console;
  }

  @GetMapping("/platform/batch/schedules")
  String show(
      @RequestParam @Nullable String church, @RequestParam @Nullable String after, Model model) {
    Page<PlatformSchedules.OfChurch> page =
        schedules.of(Given.optional(church), Given.optional(after));
    model.addAttribute("church", Given.text(church));
    model.addAttribute("churches", console.churches());
    model.addAttribute("rows", page.items());
    model.addAttribute("next", page.next());
    return "batch/platform-schedules";
  }
}
