package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The churches that a request names by itself, whoever sends it. */
@Component
class TenantNames {

  private static final Pattern PUBLIC_PATH =
      Pattern.compile("/(?:api/v1/public|connect|task-links)/([^/]+)(?:/.*)?");

  private final List<String> baseDomains;

  TenantNames(@Value("${verger.web.base-domains:localhost}") List<String> baseDomains) {
    this.baseDomains = List.copyOf(baseDomains);
  }

  /** Each name that the request carries, as it stands there; often none. */
  List<String> in(HttpServletRequest request) {
    List<String> named = new ArrayList<>();
    addIfPresent(named, subdomain(request.getServerName()));
    Collections.list(request.getHeaders("X-Tenant")).forEach(name -> addIfPresent(named, name));
    Matcher path = PUBLIC_PATH.matcher(request.getRequestURI());
    if (path.matches()) {
      named.add(path.group(1));
    }
    return named;
  }

  private @Nullable String subdomain(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return baseDomains.stream()
        .filter(base -> name.endsWith("." + base))
        .map(base -> name.substring(0, name.length() - base.length() - 1))
        .findFirst()
        .orElse(null);
  }

  private static void addIfPresent(List<String> named, @Nullable String name) {
    if (name != null && !name.isBlank()) {
      named.add(name.strip());
    }
  }
}
