package org.verger.guests.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.guests.Campaigns;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.tenants.CurrentTenant;

/** The funnel as a board: a column for each stage. */
@PageController
@PreAuthorize("isAuthenticated()")
class BoardPage {

  private final Board board;
  private final Campaigns campaigns;

  BoardPage(Board board, Campaigns campaigns) {
    this.board = board;
    this.campaigns = campaigns;
  }

  @GetMapping("/guests")
  String show(
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "") String campaign,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("search", search);
    model.addAttribute("campaign", campaign);
    model.addAttribute("campaigns", campaigns.all());
    model.addAttribute("church", CurrentTenant.require());
    model.addAttribute("board", board.show(search.strip(), campaign));
    return Fragments.view(request, "guests/board", "board");
  }

  @Bean
  static NavigationEntry guestsEntry() {
    return NavigationEntry.forEverybody("Guests", "/guests", "users", 200);
  }
}
