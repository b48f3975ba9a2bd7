package org.verger.giving.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

@WebTest
class RecordPagesTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;

  private Http signedIn(String email) {
    Http http = Http.on(port).at("grace.localhost");
    Http.Answer form = http.get("/sign-in");
    Matcher token = CSRF.matcher(form.body());
    assertThat(token.find()).isTrue();
    Http.Answer in =
        http.with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "_csrf", token.group(1), "email", email, "password", WebTestChurches.PASSWORD));
    assertThat(in.status()).isEqualTo(302);
    return http.with("Cookie", Http.cookie(in));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/giving",
        "/giving/new",
        "/giving/funds",
        "/giving/statements",
        "/giving/7",
        "/attendance",
        "/attendance/new"
      })
  void whoHasNoSayIsNotShownThePage(String path) {
    assertThat(signedIn("nobody@grace.example").get(path).status()).isEqualTo(403);
  }

  @Test
  void aFilterThatCannotBeReadIsSaidBesideIt() {
    Http admin = signedIn("admin@grace.example");
    for (String list : new String[] {"/giving", "/attendance", "/events"}) {
      Http.Answer answer = admin.get(list + "?from=soon");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("id=\"from-problem\"");
    }
  }

  @Test
  void aGiftThatIsNotHereIsNotFound() {
    Http admin = signedIn("admin@grace.example");
    assertThat(admin.get("/giving/999999999").status()).isEqualTo(404);
    assertThat(admin.get("/giving/999999999/edit").status()).isEqualTo(404);
  }
}
