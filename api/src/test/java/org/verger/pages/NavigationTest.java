package org.verger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.Visitor;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class NavigationTest {

  private static final Pattern NAVIGATION =
      Pattern.compile("<nav class=\"nav\".*?</nav>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;

  @ParameterizedTest
  @CsvSource({
    "reports, group, limited, /analytics",
    "events, group, limited, /attendance",
    "money, group, limited, /giving",
    "member-data, campus, group, /imports",
    "system, limited, none, /batch"
  })
  void whoIsGivenARightSeesThePageInTheNavigationAndNobodyElse(
      String area, String enough, String tooLittle, String page) {
    String role = "keeper-" + area;
    churches.member(role + "@grace.example", role);
    Visitor keeper = Visitor.signedIn(port, role + "@grace.example");
    assertThat(links(keeper)).isNotEmpty().doesNotContain(page);
    give(role, area, enough);
    assertThat(links(keeper)).contains(page);
    assertThat(keeper.get(page).status()).isEqualTo(200);
    give(role, area, tooLittle);
    assertThat(links(keeper)).doesNotContain(page);
  }

  @Test
  void theDefaultsShowACampusLeaderWhatTheyLookAfter() {
    assertThat(links(Visitor.signedIn(port, "campus-leader@grace.example")))
        .contains("/tasks", "/attendance", "/giving", "/analytics", "/imports")
        .doesNotContain("/batch", "/platform/batch");
  }

  private void give(String role, String area, String extent) {
    String rights = "/api/v1/organisation/rights/%s/%s".formatted(role, area);
    Http.Answer answer =
        Http.on(port)
            .as("admin@grace.example")
            .with("Content-Type", "application/json")
            .send(rights, "PUT", JsonMapper.shared().writeValueAsString(Map.of("extent", extent)));
    assertThat(answer.status()).isEqualTo(200);
  }

  private static List<String> links(Visitor visitor) {
    String navigation =
        NAVIGATION
            .matcher(visitor.get("/").body())
            .results()
            .map(MatchResult::group)
            .findFirst()
            .orElseThrow();
    return LINK.matcher(navigation).results().map(link -> link.group(1)).toList();
  }
}
