package org.verger.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/**
 * The language of an answer: the parameter {@code lang}, else the browser's first one that the
 * church speaks, else the church's own; with the church's region, which decides how dates are
 * written.
 */
@Component("localeResolver")
@RunsInRole(RunsInRole.API)
class ChurchLocale implements LocaleResolver {

  private final Tenants tenants;

  ChurchLocale(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return CurrentTenant.get()
        .flatMap(tenants::find)
        .map(church -> choose(church, request))
        .orElseGet(request::getLocale);
  }

  private static Locale choose(Tenant church, HttpServletRequest request) {
    List<String> wanted =
        Stream.concat(
                Stream.ofNullable(request.getParameter("lang")),
                Collections.list(request.getLocales()).stream().map(Locale::getLanguage))
            .filter(church.languages()::contains)
            .toList();
    String language = wanted.isEmpty() ? church.languages().getFirst() : wanted.getFirst();
    return Locale.of(language, church.region());
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("The language is a parameter of each request: lang");
  }
}
