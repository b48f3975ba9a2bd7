package org.verger.tenants.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.identity.CreateAccount;
import org.verger.tenants.TenantId;
import org.verger.testing.TestDatabase;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;

@WebTest
class TenantsApiTest {

  private static final String TENANTS = "/api/v1/platform/tenants";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired CreateAccount createAccount;

  private Http root;

  @BeforeEach
  void signIn() {
    root = Http.on(port).as(WebTestChurches.ROOT);
  }

  @Test
  void oneCallTakesAChurchInAndItsPeopleCanSignIn() {
    Http.Answer answer = root.post(TENANTS, church("new-hope"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith(TENANTS + "/new-hope");
    assertThat(answer.json().get("status").asString()).isEqualTo("active");
    assertThat(answer.json().at("/migration/succeeded").asBoolean()).isTrue();
    assertThat(root.get(TENANTS + "/new-hope").json()).isEqualTo(answer.json());

    assertThat(
            root.post(TENANTS + "/new-hope/administrators", administrator("a@new.example"))
                .status())
        .isEqualTo(201);
    Http.Answer me = Http.on(port).as("a@new.example").get("/api/v1/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body()).contains("admin");
  }

  @Test
  void anAdministratorNeedsEachFieldAndAnAddressThatIsFree() {
    root.post(TENANTS, church("second"));
    Http.Answer empty = root.post(TENANTS + "/second/administrators", Map.of());
    assertThat(empty.status()).isEqualTo(422);
    assertThat(empty.json().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("givenName", "familyName", "email", "password");

    Map<String, String> weak = new HashMap<>(administrator("a@second.example"));
    weak.put("password", "short");
    assertThat(root.post(TENANTS + "/second/administrators", weak).status()).isEqualTo(422);

    root.post(TENANTS + "/second/administrators", administrator("a@second.example"));
    assertThat(
            root.post(TENANTS + "/second/administrators", administrator("a@second.example"))
                .problem())
        .isEqualTo("account-exists");
  }

  private static Map<String, String> administrator(String email) {
    return Map.of(
        "givenName", "Anna",
        "familyName", "Phanuel",
        "email", email,
        "password", "verger-demo");
  }

  @Test
  void aShortNameThatIsTakenIsAConflict() {
    assertThat(root.post(TENANTS, church("grace")).problem()).isEqualTo("church-exists");
  }

  @Test
  void everyWrongFieldIsNamed() {
    Http.Answer answer =
        root.post(
            TENANTS,
            Map.of(
                "id", "No!",
                "name", " ",
                "timeZone", "+02:00",
                "languages", List.of("xx"),
                "region", "us",
                "currency", "dollar"));
    assertThat(answer.status()).isEqualTo(422);
    assertThat(
            answer.json().get("errors").valueStream().map(wrong -> wrong.get("field").asString()))
        .containsExactly("id", "name", "timeZone", "languages", "region", "currency");
  }

  @Test
  void aFailedMigrationIsReportedWhileOthersGoOnAndIsResumedWhenMended() throws SQLException {
    asOwnerOfTheDatabase("CREATE SCHEMA tenant_odd AUTHORIZATION verger_owner");
    asOwnerOfTheDatabase("CREATE TABLE tenant_odd.person (id int)");
    JsonNode failed = root.post(TENANTS, church("odd")).json();
    assertThat(failed.get("status").asString()).isEqualTo("creating");
    assertThat(failed.at("/migration/error").asString()).contains("tenant_odd");
    assertThat(Http.on(port).with("X-Tenant", "odd").get("/api/v1/auth/me").status())
        .isEqualTo(404);

    assertThat(root.post(TENANTS, church("even")).json().get("status").asString())
        .isEqualTo("active");
    assertThat(listed("odd").at("/migration/succeeded").asBoolean()).isFalse();
    assertThat(root.post(TENANTS + "/odd/migration", "").json().get("status").asString())
        .isEqualTo("creating");
    assertThat(root.post(TENANTS + "/odd/activate", "").problem())
        .isEqualTo("illegal-status-change");

    asOwnerOfTheDatabase("DROP TABLE tenant_odd.person");
    assertThat(root.post(TENANTS + "/odd/migration", "").json().get("status").asString())
        .isEqualTo("active");
    assertThat(listed("odd").at("/migration/error").isNull()).isTrue();
  }

  @Test
  void theUsersOfASuspendedChurchAreRefusedUntilItIsServedAgain() {
    root.post(TENANTS, church("pause"));
    createAccount.create(new TenantId("pause"), null, "a@pause.example", "A", "verger-demo");
    Http user = Http.on(port).as("a@pause.example");

    assertThat(root.post(TENANTS + "/pause/suspend", "").json().get("status").asString())
        .isEqualTo("suspended");
    assertThat(user.get("/api/v1/auth/me").problem()).isEqualTo("church-suspended");
    Map<String, String> credentials = Map.of("email", "a@pause.example", "password", "verger-demo");
    assertThat(Http.on(port).post("/api/v1/auth/login", credentials).problem())
        .isEqualTo("church-suspended");
    assertThat(
            Http.on(port).at("pause.localhost").post("/api/v1/auth/login", credentials).problem())
        .isEqualTo("church-suspended");
    assertThat(Http.on(port).get("/api/v1/public/pause/awkward").problem())
        .isEqualTo("church-suspended");

    root.post(TENANTS + "/pause/activate", "");
    assertThat(user.get("/api/v1/auth/me").status()).isEqualTo(200);
  }

  @Test
  void anArchivedChurchIsNotFoundAndStaysSo() {
    root.post(TENANTS, church("gone"));
    assertThat(root.post(TENANTS + "/gone/archive", "").json().get("status").asString())
        .isEqualTo("archived");
    assertThat(Http.on(port).get("/api/v1/public/gone/awkward").problem())
        .isEqualTo("unknown-church");
    assertThat(root.post(TENANTS + "/gone/activate", "").problem())
        .isEqualTo("illegal-status-change");
  }

  @Test
  void whatIsDoneWithAChurchLeavesATrail() {
    root.post(TENANTS, church("trail"));
    root.post(TENANTS + "/trail/suspend", "");
    List<JsonNode> trail =
        root.get(TENANTS + "/trail/audit").json().get("items").valueStream().toList();
    assertThat(trail)
        .extracting(entry -> entry.get("action").asString())
        .containsExactly("suspended", "activated", "created");
    assertThat(trail).allMatch(entry -> entry.get("actor").asString().equals(WebTestChurches.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/No!", "/nowhere/audit"})
  void anUnknownChurchIsNotFound(String path) {
    assertThat(root.get(TENANTS + path).problem()).isEqualTo("unknown-church");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin@grace.example", "operator@grace.example"})
  void noChurchsAccountMayTouchTheRegistry(String email) {
    Http user = Http.on(port).as(email);
    assertThat(user.get(TENANTS).status()).isEqualTo(403);
    assertThat(user.post(TENANTS, church("sneaky")).status()).isEqualTo(403);
    assertThat(user.post(TENANTS + "/mercy/suspend", "").status()).isEqualTo(403);
  }

  private JsonNode listed(String id) {
    return root.get(TENANTS)
        .json()
        .get("items")
        .valueStream()
        .filter(church -> church.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> church(String id) {
    return Map.of(
        "id", id,
        "name", "Church " + id,
        "denomination", "baptist",
        "timeZone", "America/Chicago",
        "languages", List.of("en", "es"),
        "region", "US",
        "currency", "USD");
  }

  private void asOwnerOfTheDatabase(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.superuserUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
