package org.verger.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs attention today. */
@PageController
@PreAuthorize("isAuthenticated()")
class HomePage {

  private final List<HomeContribution> contributions;

  HomePage(List<HomeContribution> contributions) {
    this.contributions = contributions;
  }

  @GetMapping("/")
  String show(HttpServletRequest request, Model model) {
    model.addAttribute(
        "tiles",
        contributions.stream()
            .flatMap(feature -> feature.tiles().stream())
            .sorted(Comparator.comparingInt(HomeTile::order))
            .toList());
    model.addAttribute(
        "lists",
        contributions.stream()
            .flatMap(feature -> feature.lists().stream())
            .sorted(Comparator.comparingInt(HomeList::order))
            .toList());
    return Fragments.view(request, "pages/home", "attention");
  }

  @Bean
  static NavigationEntry homeEntry() {
    return NavigationEntry.forEverybody("Home", "/", "house", 100);
  }
}
