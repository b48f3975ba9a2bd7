package org.verger.attendance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.web.Http;
import org.verger.web.WebTest;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class GatheringsApiTest {

  private static final String API = "/api/v1/gatherings";

  @LocalServerPort int port;

  private Http admin;
  private String name;
  private String unit;

  @BeforeEach
  void signIn() {
    admin = Http.on(port).as("admin@grace.example");
    name = "Service " + UUID.randomUUID();
    unit = admin.get("/api/v1/organisation/units").json().at("/items/0/id").asString();
  }

  private Map<String, Object> gathering() {
    return Map.of("unit", unit, "name", name, "heldOn", "2026-03-01", "startsAt", "10:00");
  }

  private static Http.Answer send(Http who, String method, String path, Object body) {
    return who.with("Content-Type", "application/json")
        .send(path, method, JsonMapper.shared().writeValueAsString(body));
  }

  @Test
  void aGatheringIsAddedOnceCountedAndChangedByWhoReadItLast() {
    Http once = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    Http.Answer added = once.post(API, gathering());
    assertThat(added.status()).isEqualTo(201);
    assertThat(once.post(API, gathering()).header("Location")).isEqualTo(added.header("Location"));
    Http.Answer twice = admin.post(API, gathering());
    assertThat(twice.json().at("/errors/0/field").asString()).isEqualTo("name");
    String address = API + "/" + added.json().get("id").asString();
    Http mine = admin.with("If-Match", added.header("ETag"));
    Http.Answer counted = send(mine, "PATCH", address, Map.of("headcount", 80));
    assertThat(counted.json().get("headcount").asInt()).isEqualTo(80);
    assertThat(send(mine, "PATCH", address, Map.of("headcount", 81)).status()).isEqualTo(412);
    assertThat(send(mine, "PUT", address, gathering()).problem()).isEqualTo("changed-meanwhile");
    assertThat(admin.get(address).json().get("headcount").asInt()).isEqualTo(80);
    assertThat(admin.get(API + "?search=" + name.replace(" ", "%20")).json().get("items").size())
        .isEqualTo(1);
  }

  @Test
  void peopleAreMarkedAndUnmarked() {
    String address = API + "/" + admin.post(API, gathering()).json().get("id").asString();
    String person =
        admin.get("/api/v1/organisation/people?search=ruth").json().at("/items/0/id").asString();
    String there = address + "/attendance";
    assertThat(admin.post(there, Map.of("present", List.of(person))).json().get("present").asInt())
        .isEqualTo(1);
    assertThat(admin.send(there + "/" + person, "PUT", null).status()).isEqualTo(204);
    assertThat(admin.get(there).json().at("/items/0/person").asString()).isEqualTo(person);
    assertThat(admin.get(address).json().get("present").asLong()).isEqualTo(1);
    Http.Answer unknown =
        admin.post(there, Map.of("present", List.of(UUID.randomUUID().toString())));
    assertThat(unknown.json().at("/errors/0/field").asString()).isEqualTo("present");
    assertThat(admin.send(there + "/" + person, "DELETE", null).status()).isEqualTo(204);
    assertThat(admin.get(there).json().get("items").size()).isZero();
  }

  @Test
  void anotherChurchAndWhoServesNowhereChangeNothing() {
    String address = API + "/" + admin.post(API, gathering()).json().get("id").asString();
    Http foreigner = Http.on(port).as("admin@mercy.example");
    assertThat(foreigner.get(address).status()).isEqualTo(404);
    assertThat(foreigner.get(address + "/attendance").status()).isEqualTo(404);
    assertThat(send(foreigner, "PATCH", address, Map.of("headcount", 1)).status()).isEqualTo(404);
    assertThat(send(foreigner, "PUT", address, gathering()).status()).isEqualTo(404);
    assertThat(foreigner.post(API, gathering()).status()).isEqualTo(422);
    Http nobody = Http.on(port).as("nobody@grace.example");
    assertThat(nobody.get(API).problem()).isEqualTo("forbidden");
    assertThat(nobody.post(API, gathering()).problem()).isEqualTo("forbidden");
    assertThat(admin.get(address).json().get("version").asInt()).isEqualTo(1);
  }
}
