package org.verger.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.json.JsonMapper;

/** People, families and groups over REST. */
@WebTest
class PeopleApiTest {

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;

  private Http admin;

  @BeforeEach
  void signIn() {
    admin = Http.on(port).as("admin@grace.example");
  }

  @Test
  void aPersonIsEnteredOnceReadAndChangedByVersion() {
    Http keyed = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, String> ana = person("Ana", "Keyed");
    Http.Answer first = keyed.post("/api/v1/people", ana);
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(first.json().get("phone").asString()).isEqualTo("+13125550123");
    Http.Answer again = keyed.post("/api/v1/people", ana);
    assertThat(again.json().get("id")).isEqualTo(first.json().get("id"));
    assertThat(keyed.post("/api/v1/people", person("Eva", "Keyed")).status()).isEqualTo(422);
    String path = first.header("Location");
    assertThat(admin.get(path).header("ETag")).isEqualTo("\"1\"");
    Http.Answer changed = put(admin.with("If-Match", "\"1\""), path, person("Ana", "Changed"));
    assertThat(changed.json().get("familyName").asString()).isEqualTo("Changed");
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    Http.Answer late = put(admin.with("If-Match", "\"1\""), path, person("Ana", "Late"));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.problem()).isEqualTo("changed-meanwhile");
  }

  @Test
  void whatIsWrongIsNamedFieldByField() {
    Http.Answer answer =
        admin.post("/api/v1/people", Map.of("email", "no", "birthDate", "2999-01-01"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("givenName", "email", "birthDate");
    assertThat(admin.get("/api/v1/people?membership=pope").status()).isEqualTo(422);
    assertThat(admin.get("/api/v1/people?cursor=x").status()).isEqualTo(422);
  }

  @Test
  void theListIsReadByPages() {
    String family = "Paged" + UUID.randomUUID();
    for (String name : new String[] {"Ana", "Ben", "Eva"}) {
      enter(name, family);
    }
    Http.Answer page = admin.get("/api/v1/people?limit=2&search=" + family);
    assertThat(page.json().get("items").findValuesAsString("givenName"))
        .containsExactly("Ana", "Ben");
    String next = page.json().get("next").asString();
    Http.Answer rest = admin.get("/api/v1/people?limit=2&search=" + family + "&cursor=" + next);
    assertThat(rest.json().get("items").findValuesAsString("givenName")).containsExactly("Eva");
    assertThat(rest.json().get("next").isNull()).isTrue();
  }

  @Test
  void aFamilyIsMadeOfPeople() {
    String ana = enter("Ana", "Home");
    String ben = enter("Ben", "Home");
    Http.Answer family =
        admin.post("/api/v1/households", Map.of("name", "Home", "country", "us", "person", ana));
    assertThat(family.status()).as(family.body()).isEqualTo(201);
    String path = family.header("Location");
    String id = family.json().get("id").asString();
    Http.Answer joined =
        put(
            admin,
            "/api/v1/people/" + ben + "/household",
            Map.of("household", id, "role", "child"));
    assertThat(joined.json().get("householdRole").asString()).isEqualTo("child");
    assertThat(admin.get(path).json().get("members").findValuesAsString("role"))
        .containsExactly("head", "child");
    assertThat(put(admin.with("If-Match", "\"9\""), path, Map.of("name", "House")).status())
        .isEqualTo(412);
    assertThat(put(admin, path, Map.of("name", "House")).json().get("name").asString())
        .isEqualTo("House");
    assertThat(admin.send("/api/v1/people/" + ben + "/household", "DELETE", null).status())
        .isEqualTo(204);
    assertThat(admin.get(path).json().get("members")).hasSize(1);
    assertThat(admin.get("/api/v1/households?search=house").json().get("items")).isNotEmpty();
  }

  @Test
  void aGroupHasMembersForATime() {
    String ana = enter("Ana", "Meets");
    Http.Answer group = admin.post("/api/v1/groups", group("Choir " + UUID.randomUUID()));
    assertThat(group.status()).as(group.body()).isEqualTo(201);
    String path = group.header("Location");
    Http.Answer added = admin.post(path + "/members", Map.of("person", ana, "role", "leader"));
    assertThat(added.json().at("/members/0/role").asString()).isEqualTo("leader");
    String id = group.json().get("id").asString();
    assertThat(admin.get("/api/v1/people?group=" + id).json().get("items")).hasSize(1);
    assertThat(admin.send(path + "/members/" + ana, "DELETE", null).status()).isEqualTo(204);
    assertThat(admin.get(path).json().at("/members/0/until").isNull()).isFalse();
    assertThat(put(admin.with("If-Match", "\"5\""), path, group("Other")).status()).isEqualTo(412);
    assertThat(admin.post(path + "/members", Map.of("person", ana, "role", "x")).status())
        .isEqualTo(422);
  }

  @Test
  void nobodySeesThePeopleOfAnotherChurchOrWithoutTheRight() {
    String ana = enter("Ana", "Hidden");
    String family =
        admin
            .post("/api/v1/households", Map.of("name", "Hidden", "person", ana))
            .json()
            .get("id")
            .asString();
    String group =
        admin
            .post("/api/v1/groups", group("Hidden " + UUID.randomUUID()))
            .json()
            .get("id")
            .asString();
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "usher");
    Http usher = Http.on(port).as(email);
    Http foreigner = Http.on(port).as("admin@mercy.example");
    for (Http stranger : new Http[] {usher, foreigner}) {
      Stream.of("/api/v1/people/" + ana, "/api/v1/households/" + family, "/api/v1/groups/" + group)
          .forEach(
              path -> {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
                assertThat(put(stranger, path, person("A", "B")).status()).isEqualTo(404);
              });
      assertThat(stranger.get("/api/v1/people?search=Hidden").json().get("items")).isEmpty();
      assertThat(stranger.get("/api/v1/groups?search=Hidden").json().get("items")).isEmpty();
      assertThat(stranger.get("/api/v1/households?search=Hidden").json().get("items")).isEmpty();
    }
    assertThat(usher.post("/api/v1/people", person("A", "B")).status()).isEqualTo(403);
    assertThat(usher.post("/api/v1/groups", group("X")).status()).isEqualTo(403);
    Http operator = Http.on(port).as("operator@grace.example");
    assertThat(operator.get("/api/v1/people/" + ana).json().get("email").isNull()).isTrue();
    assertThat(operator.get("/api/v1/people/" + ana).json().get("dataShown").asBoolean()).isFalse();
  }

  private String enter(String given, String family) {
    Http.Answer answer = admin.post("/api/v1/people", person(given, family));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  private static Map<String, String> person(String given, String family) {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("givenName", given);
    person.put("familyName", family);
    person.put("email", given + "@people.example");
    person.put("phone", "(312) 555-0123");
    return person;
  }

  private Map<String, String> group(String name) {
    String unit = admin.get("/api/v1/organisation/units").json().at("/items/0/id").asString();
    return Map.of("name", name, "unit", unit, "meetingDay", "3", "meetingTime", "19:30");
  }

  private static Http.Answer put(Http http, String path, Map<String, String> body) {
    return http.with("Content-Type", "application/json")
        .send(path, "PUT", JsonMapper.shared().writeValueAsString(body));
  }
}
