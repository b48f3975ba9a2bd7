package org.verger.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.WebTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class OrganisationApiTest {

  private static final String API = "/api/v1/organisation";

  @LocalServerPort int port;

  private Http admin;
  private Http leader;

  @BeforeEach
  void signIn() {
    admin = Http.on(port).as("admin@grace.example");
    leader = Http.on(port).as("campus-leader@grace.example");
  }

  @Test
  void aUnitIsAddedBelowAnotherAndRenamed() {
    Http.Answer added =
        admin.post(
            API + "/units", Map.of("parent", root(), "level", "campus", "name", "Riverside"));
    assertThat(added.status()).isEqualTo(201);
    String id = added.json().get("id").asString();
    assertThat(added.header("Location")).endsWith(API + "/units/" + id);
    assertThat(added.json().get("parent").asString()).isEqualTo(root());
    Http.Answer renamed = send("PATCH", "/units/" + id, Map.of("name", "Riverbank"));
    assertThat(renamed.json().get("name").asString()).isEqualTo("Riverbank");
    assertThat(admin.get(API + "/units").json().at("/items").findValuesAsString("name"))
        .contains("Riverbank")
        .doesNotContain("Riverside");
  }

  @Test
  void aRoleIsGivenAndTakenBack() {
    String person = admin.get(API + "/people?search=ruth").json().at("/items/0/id").asString();
    Map<String, String> greeter = Map.of("person", person, "role", "greeter", "unit", root());
    assertThat(admin.post(API + "/roles", greeter).status()).isEqualTo(201);
    assertThat(admin.post(API + "/roles", greeter).status()).isEqualTo(201);
    JsonNode held = admin.get(API + "/roles?role=greeter&unit=" + root()).json().get("items");
    assertThat(held.size()).isEqualTo(1);
    assertThat(held.get(0).get("name").asString()).isEqualTo("Ruth Example");
    String holding = API + "/roles/" + held.get(0).get("id").asString();
    assertThat(admin.send(holding, "DELETE", null).status()).isEqualTo(204);
    assertThat(admin.send(holding, "DELETE", null).status()).isEqualTo(204);
    assertThat(admin.get(API + "/roles?role=greeter").json().get("items").size()).isZero();
  }

  @Test
  void aRightThatIsSetStandsInTheMatrix() {
    assertThat(send("PUT", "/rights/usher/events", Map.of("extent", "campus")).status())
        .isEqualTo(200);
    assertThat(
            admin
                .get(API + "/rights")
                .json()
                .get("items")
                .valueStream()
                .filter(cell -> cell.get("role").asString().equals("usher"))
                .filter(cell -> cell.get("area").asString().equals("events"))
                .map(cell -> cell.get("extent").asString()))
        .containsExactly("campus");
  }

  @Test
  void whoDoesNotLookAfterTheSystemChangesNothing() {
    for (Http.Answer refused :
        new Http.Answer[] {
          leader.post(API + "/units", Map.of("parent", root(), "level", "campus", "name", "Mine")),
          leader
              .with("Content-Type", "application/json")
              .send(API + "/units/" + root(), "PATCH", "{\"name\": \"Mine\"}"),
          leader
              .with("Content-Type", "application/json")
              .send(API + "/rights/campus-leader/money", "PUT", "{\"extent\": \"full\"}"),
          leader.send(API + "/roles/" + holdingOf("admin"), "DELETE", null),
        }) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.problem()).isEqualTo("forbidden");
    }
  }

  @Test
  void anotherChurchsUnitsAndHoldingsAreNotThere() {
    Http foreigner = Http.on(port).as("admin@mercy.example");
    assertThat(
            foreigner
                .with("Content-Type", "application/json")
                .send(API + "/units/" + root(), "PATCH", "{\"name\": \"Mine\"}")
                .status())
        .isEqualTo(404);
    String holding = holdingOf("operator");
    foreigner.send(API + "/roles/" + holding, "DELETE", null);
    assertThat(holdingOf("operator")).isEqualTo(holding);
    assertThat(foreigner.get(API + "/units").body()).doesNotContain(root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/units", "/roles", "/people", "/rights"})
  void whoDoesNotServeInTheChurchReadsNothing(String list) {
    assertThat(Http.on(port).as("nobody@grace.example").get(API + list).status()).isEqualTo(403);
    assertThat(Http.on(port).get(API + list).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "planet, Riverside, level",
    "department, Riverside, level",
    "campus, '', name",
  })
  void aFieldThatIsWrongIsNamed(String level, String name, String field) {
    Http.Answer answer =
        admin.post(API + "/units", Map.of("parent", root(), "level", level, "name", name));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
  }

  @Test
  void aPersonWhoIsNotHereGetsNoRole() {
    Map<String, String> usher =
        Map.of("person", UUID.randomUUID().toString(), "role", "usher", "unit", root());
    assertThat(admin.post(API + "/roles", usher).json().at("/errors/0/field").asString())
        .isEqualTo("person");
  }

  private Http.Answer send(String method, String path, Object body) {
    return admin
        .with("Content-Type", "application/json")
        .send(API + path, method, JsonMapper.shared().writeValueAsString(body));
  }

  private String root() {
    return admin.get(API + "/units").json().at("/items/0/id").asString();
  }

  private String holdingOf(String role) {
    return admin.get(API + "/roles?role=" + role).json().at("/items/0/id").asString();
  }
}
