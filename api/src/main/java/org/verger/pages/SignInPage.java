package org.verger.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** Shows the sign-in form; Spring Security answers its POST. */
@PageController
@PreAuthorize("permitAll()")
class SignInPage {

  private final List<SignInSuggestions> suggestions;

  SignInPage(List<SignInSuggestions> suggestions) {
    this.suggestions = suggestions;
  }

  @GetMapping("/sign-in")
  String show(@RequestParam @Nullable String error, Model model) {
    model.addAttribute("error", error);
    model.addAttribute(
        "suggestions", suggestions.stream().flatMap(some -> some.all().stream()).toList());
    model.addAttribute("church", CurrentTenant.get().map(TenantId::value).orElse(""));
    return "pages/sign-in";
  }
}
