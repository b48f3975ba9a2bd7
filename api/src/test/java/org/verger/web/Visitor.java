package org.verger.web;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who signed in on the page, with the session that a browser would have. */
public record Visitor(Http http) {

  private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** Signs in with the form. */
  public static Visitor signedIn(int port, String email) {
    Http.Answer form = Http.on(port).get("/sign-in");
    Http.Answer in =
        Http.on(port)
            .with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "email", email, "password", WebTestChurches.PASSWORD, "_csrf", secret(form)));
    return new Visitor(Http.on(port).with("Cookie", Http.cookie(in)));
  }

  public Http.Answer get(String path) {
    return http.get(path);
  }

  /**
   * Sends a form without fields.
   *
   * @param page a page that has a form, from which its secret is taken
   */
  public Http.Answer submit(String page, String to) {
    return http.submit(to, Map.of("_csrf", secret(http.get(page))));
  }

  private static String secret(Http.Answer page) {
    Matcher found = SECRET.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("No form: " + page.status() + " " + page.body());
    }
    return found.group(1);
  }
}
