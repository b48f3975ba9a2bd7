package org.verger.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings guests into the demo church and takes each to another place of the way. */
final class DemoGuests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private final ApiClient anonymous;
  private final ApiClient leader;

  DemoGuests(RunningVerger verger) {
    this.anonymous = verger.anonymous();
    this.leader = verger.signedIn("campus-leader@olamchurch.example");
  }

  /** A week and a half of a church, told by its forms and its people. */
  void settle() {
    untilMorning();
    String ruth = guest("Ruth", "Castellanos", 1, "easter", "Moved here in May, likes choirs.");
    String samuel = guest("Samuel", "Achterberg", 2, "open-door", null);
    String naomi = guest("Naomi", "Brightwater", 3, null, null);
    String elias = guest("Elias", "Fontaine", 4, "open-door", null);
    List.of(ruth, samuel, naomi, elias).forEach(this::awaitContacted);
    pass(Duration.ofDays(1));
    post(samuel, "visits", Map.of("note", "Came with his brother."));
    post(naomi, "decisions", Map.of("kind", "baptism", "note", "Wants it to be at Easter."));
    pass(Duration.ofDays(4));
    post(elias, "exits", Map.of("exit", "movedAway", "note", "To Denver."));
    post(ruth, "replies", Map.of("text", "Thank you! Is there a group near Addison Street?"));
    String miriam = guest("Miriam", "Oyelaran-Whitfield", 5, null, null);
    awaitContacted(miriam);
    pass(Duration.ofHours(36));
    String jonah = guest("Jonah", "Kim", 6, null, "Please pray for my father, he is in hospital.");
    guest("Lydia", "Marchetti", 7, "open-door", null);
    pass(Duration.ofHours(14));
    awaitContacted(jonah);
    guest("Peter", "Vandermeer", 8, null, null);
    guest("Tabea", "Lindqvist", 9, "easter", null);
    awaitTask(ruth, "Task_AnswerReply");
    awaitTask(naomi, "Task_PlanDiscipleship");
    awaitTask(miriam, "Task_CallGuestAsLeader");
    awaitTask(jonah, "Task_CallGuest");
  }

  // Messages of the night would all be held.
  private void untilMorning() {
    ZonedDateTime now =
        Instant.parse(leader.get("/api/v1/demo/clock").ok().get("now").asString()).atZone(ZONE);
    pass(Duration.between(now, now.plusDays(1).with(LocalTime.of(9, 30))));
  }

  private void pass(Duration time) {
    leader.post("/api/v1/demo/clock", Map.of("advance", time.toString())).ok();
  }

  private String guest(
      String first, String last, int number, @Nullable String campaign, @Nullable String note) {
    Map<String, Object> form = new HashMap<>();
    form.put("firstName", first);
    form.put("lastName", last);
    form.put("phone", "(312) 555-01%02d".formatted(number));
    form.put("email", "guest%d@example.org".formatted(number));
    form.put("language", number == 1 ? "es" : "en");
    form.put("campaign", campaign);
    form.put("note", note);
    form.put("consent", Map.of("sms", number != 9, "email", true));
    return anonymous.post("/api/v1/public/olamchurch/connect", form).ok().get("guestId").asString();
  }

  private void post(String guest, String what, Map<String, String> body) {
    leader.post("/api/v1/guests/" + guest + "/" + what, body).ok();
  }

  private void awaitContacted(String guest) {
    await().atMost(PATIENCE).until(() -> guest(guest).get("stage").asString().equals("contacted"));
  }

  private void awaitTask(String guest, String element) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                guest(guest)
                    .get("tasks")
                    .valueStream()
                    .anyMatch(task -> task.get("element").asString().equals(element)));
  }

  private JsonNode guest(String id) {
    return leader.get("/api/v1/guests/" + id).ok();
  }
}
