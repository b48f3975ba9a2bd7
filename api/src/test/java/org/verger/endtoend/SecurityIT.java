package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who gets in and who does not, over HTTP. */
class SecurityIT {

  private static final String ADMIN = "admin@olamchurch.example";

  @TempDir static Path folder;

  static RunningVerger verger;

  @BeforeAll
  static void start() throws Exception {
    verger = RunningVerger.start(folder).awaitReady().atNoon();
  }

  @AfterAll
  static void stop() throws Exception {
    verger.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/auth/me",
        "/api/v1/guests/00000000-0000-0000-0000-000000000000",
        "/api/v1/messages",
        "/api/v1/processes/instances?subject=x",
        "/api/v1/demo/clock",
        "/api/v1/platform/tenants",
        "/api/v1/nothing-is-here"
      })
  void nobodyGetsInWithoutSigningIn(String path) {
    ApiClient.Answer answer = verger.anonymous().get(path);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body().get("type").asString()).isEqualTo("/problems/unauthorized");
  }

  @Test
  void aForgedTokenIsRefused() {
    String good = token(ADMIN);
    String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
    assertThat(with(forged).get("/api/v1/auth/me").status()).isEqualTo(401);
    assertThat(with(good).get("/api/v1/auth/me").status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsGoodOnceAndItsSecondUseEndsTheSession() {
    JsonNode first = login(ADMIN, "verger-demo").ok();
    JsonNode second = refresh(first.get("refreshToken").asString()).ok();
    assertThat(with(second.get("accessToken").asString()).get("/api/v1/auth/me").status())
        .isEqualTo(200);
    assertThat(refresh(first.get("refreshToken").asString()).status()).isEqualTo(401);
    assertThat(with(second.get("accessToken").asString()).get("/api/v1/auth/me").status())
        .isEqualTo(401);
    assertThat(refresh(second.get("refreshToken").asString()).status()).isEqualTo(401);
  }

  @Test
  void signingOutEndsTheAccessTokenAtOnce() {
    ApiClient client = with(token(ADMIN));
    assertThat(client.post("/api/v1/auth/logout", Map.of()).status()).isEqualTo(204);
    assertThat(client.get("/api/v1/auth/me").status()).isEqualTo(401);
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordIsRefused() {
    String email = "finance-director@olamchurch.example";
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(login(email, "wrong").status()).isEqualTo(401);
    }
    assertThat(login(email, "verger-demo").status()).isEqualTo(429);
    assertThat(login(ADMIN, "verger-demo").status()).isEqualTo(200);
  }

  @Test
  void anUnknownAddressIsRefusedAsAWrongPasswordIs() {
    ApiClient.Answer unknown = login("nobody@olamchurch.example", "verger-demo");
    ApiClient.Answer wrong = login("operator@olamchurch.example", "wrong");
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body().get("detail")).isEqualTo(wrong.body().get("detail"));
  }

  @Test
  void onlyThePlatformsAdministratorTakesInChurchesAndOneCallDoesIt() {
    Map<String, Object> church = church("hopechurch");
    assertThat(verger.signedIn(ADMIN).post("/api/v1/platform/tenants", church).status())
        .isEqualTo(403);
    ApiClient platform = verger.signedIn("platform@verger.example");
    assertThat(platform.post("/api/v1/platform/tenants", church).status()).isEqualTo(201);
    assertThat(platform.post("/api/v1/platform/tenants", church).status()).isEqualTo(409);
    assertThat(connect("hopechurch", "+13125550001").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/guests/00000000-0000-0000-0000-000000000000",
        "/api/v1/messages",
        "/api/v1/processes/instances?subject=x",
      })
  void thePlatformsAdministratorSeesNothingOfChurches(String path) {
    ApiClient.Answer answer = verger.signedIn("platform@verger.example").get(path);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body().get("type").asString()).isEqualTo("/problems/no-church");
  }

  @Test
  void anotherChurchsGuestIsNotThere() {
    verger
        .signedIn("platform@verger.example")
        .post("/api/v1/platform/tenants", church("othergrace"))
        .ok();
    String foreign = connect("othergrace", "+13125550002").ok().get("guestId").asString();
    ApiClient admin = verger.signedIn(ADMIN);
    assertThat(admin.get("/api/v1/guests/" + foreign).status()).isEqualTo(404);
    assertThat(admin.post("/api/v1/guests/" + foreign + "/visits", Map.of()).status())
        .isEqualTo(404);
    assertThat(admin.get("/api/v1/processes/instances?subject=" + foreign).ok().get("items").size())
        .isZero();
    assertThat(admin.get("/api/v1/messages?subject=" + foreign).ok().get("items").size()).isZero();
  }

  @Test
  void whoeverHasTheTaskSeesTheGuestAndNobodyElseBelow() {
    String guest = connect("olamchurch", "+13125550004").ok().get("guestId").asString();
    ApiClient ofTheCampus = verger.signedIn("campus-leader@olamchurch.example");
    ApiClient ofAGroup = verger.signedIn("group-leader@olamchurch.example");
    String messages = "/api/v1/messages?subject=" + guest;
    String instances = "/api/v1/processes/instances?subject=" + guest;
    for (ApiClient leader : List.of(ofTheCampus, ofAGroup)) {
      await().untilAsserted(() -> assertThat(items(leader, messages)).isPositive());
      await().untilAsserted(() -> assertThat(items(leader, instances)).isPositive());
      assertThat(leader.get("/api/v1/guests/" + guest).status()).isEqualTo(200);
    }
    decideCall(verger.signedIn(ADMIN), guest);
    await()
        .untilAsserted(
            () -> assertThat(ofAGroup.get("/api/v1/guests/" + guest).status()).isEqualTo(404));
    assertThat(items(ofAGroup, messages)).isZero();
    assertThat(items(ofAGroup, instances)).isZero();
    assertThat(items(ofTheCampus, messages)).isPositive();
  }

  @Test
  void whoeverMadeTheCallGoesOnSeeingTheGuest() {
    String guest = connect("olamchurch", "+13125550005").ok().get("guestId").asString();
    ApiClient leader = verger.signedIn("group-leader@olamchurch.example");
    decideCall(leader, guest);
    await().untilAsserted(() -> assertThat(openTask(verger.signedIn(ADMIN), guest)).isEmpty());
    assertThat(leader.get("/api/v1/guests/" + guest).status()).isEqualTo(200);
  }

  private static void decideCall(ApiClient person, String guest) {
    String task = await().until(() -> openTask(person, guest), Optional::isPresent).orElseThrow();
    JsonNode answer =
        person
            .post("/api/v1/guests/" + guest + "/tasks/" + task, Map.of("outcome", "reached"))
            .ok();
    assertThat(answer.get("decided").asBoolean()).isTrue();
  }

  private static Optional<String> openTask(ApiClient person, String guest) {
    ApiClient.Answer answer = person.get("/api/v1/guests/" + guest);
    return answer.status() == 200
        ? answer
            .body()
            .get("tasks")
            .valueStream()
            .map(task -> task.get("id").asString())
            .findFirst()
        : Optional.empty();
  }

  private static int items(ApiClient client, String list) {
    return client.get(list).ok().get("items").size();
  }

  @Test
  void headerAndSignInMustNameTheSameChurch() throws IOException, InterruptedException {
    String token = token(ADMIN);
    assertThat(status("/api/v1/auth/me", token, "olamchurch")).isEqualTo(200);
    assertThat(status("/api/v1/auth/me", token, "hopechurch")).isEqualTo(403);
  }

  @Test
  void aChurchThatIsNotServedIsNotFound() {
    assertThat(connect("nowhere", "+13125550003").status()).isEqualTo(404);
    assertThat(connect("NOT a name", "+13125550003").status()).isIn(400, 404);
  }

  @ParameterizedTest
  @CsvSource({"status=foo,status", "cursor=x,cursor", "status=sent&cursor=x,cursor"})
  void aWrongFilterIsNamed(String filter, String field) {
    ApiClient.Answer answer = verger.signedIn(ADMIN).get("/api/v1/messages?" + filter);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @Test
  void malformedJsonIsToldSo() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(verger.address().resolve("/api/v1/auth/login"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{not json"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void theApiDocumentListsTheFixedAddresses() {
    JsonNode paths = verger.anonymous().get("/api/v1/openapi").ok().get("paths");
    assertThat(paths.propertyNames())
        .containsAll(
            List.of(
                "/api/v1/auth/login",
                "/api/v1/public/{tenant}/connect",
                "/api/v1/guests/{id}",
                "/api/v1/messages",
                "/api/v1/processes/instances",
                "/api/v1/demo/clock"));
  }

  private static Map<String, Object> church(String id) {
    return Map.of(
        "id",
        id,
        "name",
        "Church " + id,
        "timeZone",
        "Europe/Berlin",
        "languages",
        List.of("en"),
        "region",
        "US",
        "currency",
        "EUR");
  }

  private static ApiClient.Answer connect(String church, String phone) {
    return verger
        .anonymous()
        .post(
            "/api/v1/public/" + church.replace(" ", "%20") + "/connect",
            Map.of(
                "firstName",
                "Ruth",
                "lastName",
                "Boaz",
                "phone",
                phone,
                "consent",
                Map.of("sms", true, "email", false)));
  }

  private static ApiClient.Answer login(String email, String password) {
    return verger
        .anonymous()
        .post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  private static ApiClient.Answer refresh(String token) {
    return verger.anonymous().post("/api/v1/auth/refresh", Map.of("refreshToken", token));
  }

  private static String token(String email) {
    return login(email, "verger-demo").ok().get("accessToken").asString();
  }

  private static ApiClient with(String token) {
    return new ApiClient(verger.address(), token);
  }

  private static int status(String path, String token, String church)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(verger.address().resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("X-Tenant", church)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
