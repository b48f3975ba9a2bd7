package org.verger.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
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
    model.addAttribute("lists", lists());
    return Fragments.view(request, "pages/home", "attention");
  }

  // Lists of one title are one list.
  private List<HomeList> lists() {
    return contributions.stream()
        .flatMap(feature -> feature.lists().stream())
        .collect(
            Collectors.toMap(HomeList::title, list -> list, HomeList::with, LinkedHashMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparingInt(HomeList::order))
        .toList();
  }

  @Bean
  static NavigationEntry homeEntry() {
    return NavigationEntry.forEverybody("Home", "/", "house", 100);
  }
}
