package org.verger.giving.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.organisation.Level;
import org.verger.organisation.Units;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class GivingApiTest {

  private static final String API = "/api/v1/contributions";

  @LocalServerPort int port;
  @Autowired Units units;
  @Autowired WebTestChurches churches;

  private Http admin;

  @BeforeEach
  void signIn() {
    admin = Http.on(port).as("admin@grace.example");
  }

  private static String send(Object body) {
    return JsonMapper.shared().writeValueAsString(body);
  }

  private String general() {
    return admin
        .get("/api/v1/funds")
        .json()
        .get("items")
        .valueStream()
        .filter(fund -> fund.get("code").asString().equals("general"))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asString();
  }

  private String root() {
    return admin.get("/api/v1/organisation/units").json().at("/items/0/id").asString();
  }

  private String campus() {
    return CurrentTenant.call(
        new TenantId("grace"),
        () ->
            units
                .create(units.root().orElseThrow().id(), Level.CAMPUS, "C" + UUID.randomUUID())
                .id()
                .toString());
  }

  private Map<String, Object> gift(String unit, String amount) {
    return new HashMap<>(
        Map.of(
            "fund",
            general(),
            "unit",
            unit,
            "amount",
            new java.math.BigDecimal(amount),
            "givenOn",
            "2026-03-01",
            "method",
            "card"));
  }

  private Http.Answer put(Http who, String path, Object body) {
    return who.with("Content-Type", "application/json").send(path, "PUT", send(body));
  }

  @Test
  void aGiftIsEnteredOnceReadAndChangedByWhoReadItLast() {
    String unit = campus();
    Http once = admin.with("Idempotency-Key", UUID.randomUUID().toString());
    Http.Answer entered = once.post(API, gift(unit, "120.50"));
    assertThat(entered.status()).isEqualTo(201);
    long id = entered.json().get("id").asLong();
    assertThat(entered.header("Location")).endsWith(API + "/" + id);
    assertThat(once.post(API, gift(unit, "120.50")).json().get("id").asLong()).isEqualTo(id);
    Http.Answer read = admin.get(API + "/" + id);
    assertThat(read.json().get("amount").decimalValue()).isEqualByComparingTo("120.50");
    assertThat(read.json().get("currency").asString()).isEqualTo("USD");
    Http mine = admin.with("If-Match", read.header("ETag"));
    Http.Answer changed = put(mine, API + "/" + id, gift(unit, "121"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    Http.Answer late = put(mine, API + "/" + id, gift(unit, "999"));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.problem()).isEqualTo("changed-meanwhile");
    assertThat(admin.get(API + "?unit=" + unit).json().get("items").size()).isEqualTo(1);
    assertThat(admin.get(API + "/" + id).json().get("amount").decimalValue())
        .isEqualByComparingTo("121");
  }

  @Test
  void allThatIsWrongIsNamed() {
    Map<String, Object> wrong = gift(root(), "1.005");
    wrong.put("givenOn", "2999-01-01");
    wrong.put("person", "nobody");
    Http.Answer answer = admin.post(API, wrong);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("amount", "givenOn", "person");
    assertThat(admin.get(API + "?from=soon").json().at("/errors/0/field").asString())
        .isEqualTo("from");
  }

  @Test
  void thePagesComeToWhatTheTotalsSayAndATakeBackBalancesThem() {
    String unit = campus();
    for (int i = 1; i <= 5; i++) {
      admin.post(API, gift(unit, i + ".10"));
    }
    JsonNode last = admin.get(API + "?unit=" + unit).json().at("/items/0");
    Http.Answer back =
        admin.post(API + "/" + last.get("id").asLong() + "/take-back", Map.of("reason", "Bounced"));
    assertThat(back.status()).isEqualTo(201);
    assertThat(back.json().get("takesBack").asLong()).isEqualTo(last.get("id").asLong());
    Http.Answer again =
        admin.post(API + "/" + last.get("id").asLong() + "/take-back", Map.of("reason", "Bounced"));
    assertThat(again.problem()).isEqualTo("contribution-closed");
    List<JsonNode> all = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      JsonNode page =
          admin
              .get(API + "?limit=2&unit=" + unit + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
              .json();
      page.get("items").forEach(all::add);
      cursor =
          page.get("next") == null || page.get("next").isNull()
              ? null
              : page.get("next").asString();
    }
    JsonNode total = admin.get(API + "/totals?unit=" + unit).json().at("/items/0");
    assertThat(all).hasSize(6);
    assertThat(total.get("count").asLong()).isEqualTo(6);
    assertThat(total.get("sum").decimalValue())
        .isEqualByComparingTo("10.40")
        .isEqualByComparingTo(
            all.stream()
                .map(gift -> gift.get("amount").decimalValue())
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add));
  }

  @Test
  void whoHasNoSayOverMoneyAndOtherChurchesAreRefused() {
    String unit = campus();
    String address = API + "/" + admin.post(API, gift(unit, "10")).json().get("id").asLong();
    Http operator = Http.on(port).as("operator@grace.example");
    Http foreigner = Http.on(port).as("admin@mercy.example");
    for (String path : List.of(API, API + "/totals", address, "/api/v1/funds")) {
      assertThat(operator.get(path).problem()).isEqualTo("forbidden");
    }
    assertThat(operator.post(API, gift(unit, "5")).problem()).isEqualTo("forbidden");
    assertThat(operator.post("/api/v1/funds", Map.of("name", "Mine")).problem())
        .isEqualTo("forbidden");
    assertThat(put(operator, address, gift(unit, "1")).status()).isEqualTo(404);
    assertThat(foreigner.get(address).status()).isEqualTo(404);
    assertThat(put(foreigner, address, gift(unit, "1")).status()).isEqualTo(404);
    assertThat(foreigner.post(address + "/take-back", Map.of("reason", "Mine")).status())
        .isEqualTo(404);
    assertThat(foreigner.post(API, gift(unit, "1")).status()).isEqualTo(422);
    assertThat(foreigner.get(API).body()).doesNotContain(unit);
    assertThat(admin.get(API + "?unit=" + unit).json().get("items").size()).isEqualTo(1);
    assertThat(admin.get(address).json().get("version").asInt()).isEqualTo(1);
  }

  @Test
  void aFundIsAddedRenamedAndClosed() {
    Http.Answer added = admin.post("/api/v1/funds", Map.of("name", "Well " + UUID.randomUUID()));
    assertThat(added.status()).isEqualTo(201);
    String address = "/api/v1/funds/" + added.json().get("id").asString();
    Http read =
        admin.with("If-Match", added.header("ETag")).with("Content-Type", "application/json");
    Http.Answer closed = read.send(address, "PATCH", "{\"active\": false}");
    assertThat(closed.json().get("active").asBoolean()).isFalse();
    assertThat(closed.json().get("name")).isEqualTo(added.json().get("name"));
    assertThat(read.send(address, "PATCH", "{\"name\": \"Late\"}").status()).isEqualTo(412);
    Http leader = Http.on(port).as("campus-leader@grace.example");
    assertThat(leader.get(address).status()).isEqualTo(200);
    assertThat(
            leader
                .with("Content-Type", "application/json")
                .send(address, "PATCH", "{\"name\": \"Mine\"}")
                .status())
        .isEqualTo(403);
    assertThat(admin.get(address).json()).isEqualTo(closed.json());
  }
}
