package org.verger.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Requests in the demo church, made and decided over the API by the people of the demo. */
final class DemoRequests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final RunningVerger verger;
  private final Map<String, ApiClient> people = new ConcurrentHashMap<>();

  DemoRequests(RunningVerger verger) {
    this.verger = verger;
  }

  /** The client of whoever holds the role. */
  ApiClient as(String role) {
    return people.computeIfAbsent(role, known -> verger.signedIn(known + "@olamchurch.example"));
  }

  /** Asks for money of the campus. */
  String expense(String role, String amount, String payee) {
    return as(role)
        .post("/api/v1/requests/expenses", expense(amount, payee))
        .ok()
        .get("id")
        .asString();
  }

  static Map<String, Object> expense(String amount, String payee) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", new java.math.BigDecimal(amount));
    body.put("currency", "USD");
    body.put("purpose", "Chairs for " + payee);
    body.put("budgetLine", "outreach");
    body.put("payee", payee);
    return body;
  }

  /** The open task of the role about the request, once it is there. */
  String task(String role, String request) {
    return await()
        .atMost(PATIENCE)
        .until(() -> find(role, "mine", request), Optional::isPresent)
        .orElseThrow()
        .get("id")
        .asString();
  }

  Optional<JsonNode> find(String role, String filter, String request) {
    JsonNode page = as(role).get("/api/v1/tasks?limit=200&filter=" + filter).ok();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .filter(task -> task.get("requestId").asString().equals(request))
        .findFirst();
  }

  ApiClient.Answer decide(String role, String task, String decision, String comment) {
    return as(role)
        .post(
            "/api/v1/tasks/" + task + "/decision",
            Map.of("decision", decision, "comment", comment));
  }

  /** Approves whatever the role has to decide about the request. */
  void approve(String role, String request) {
    decide(role, task(role, request), "approve", "").ok();
  }

  String status(String role, String request) {
    return show(role, request).get("status").asString();
  }

  JsonNode show(String role, String request) {
    return as(role).get("/api/v1/requests/" + request).ok();
  }

  void awaitStatus(String role, String request, String status) {
    await().atMost(PATIENCE).until(() -> status(role, request).equals(status));
  }

  /** What happened to a request, in its order. */
  List<String> story(String role, String request) {
    List<String> actions = new ArrayList<>();
    as(role)
        .get("/api/v1/requests/" + request + "/story")
        .ok()
        .get("items")
        .forEach(told -> actions.add(told.get("action").asString()));
    return actions;
  }
}
