package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Everything that can be killed is killed, by process id, while forms come in. */
@Tag("engine")
class CrashIT {

  private static final int GUESTS = 1000;

  @TempDir Path home;

  private final Map<Integer, String> accepted = new ConcurrentHashMap<>();

  @Test
  void afterKillingEverythingEachGuestHasOneFollowUpAndEachMessageOneDelivery() {
    try (RunningVerger verger = new RunningVerger(home)) {
      outsideQuietHours(verger);
      AtomicInteger next = new AtomicInteger();
      try (ExecutorService senders = Executors.newFixedThreadPool(4)) {
        IntStream.range(0, 4).forEach(sender -> senders.submit(() -> send(verger, next)));
        awaitAccepted(GUESTS / 5);
        verger.killChild("zeebe");
        awaitAccepted(GUESTS * 2 / 5);
        verger.killPostgres();
        awaitAccepted(GUESTS * 3 / 5);
        verger.killApplication();
        verger.startAgain();
      }
      assertThat(accepted).hasSize(GUESTS);
      awaitThanks(verger);
      assertOneOfEach(verger);
    }
  }

  // A form that got no answer is sent again, as a person would; the same person stays one guest.
  private void send(RunningVerger verger, AtomicInteger next) {
    for (int number = next.getAndIncrement(); number < GUESTS; number = next.getAndIncrement()) {
      Map<String, Object> form = form(number);
      String guest =
          await()
              .atMost(Duration.ofMinutes(3))
              .pollDelay(Duration.ZERO)
              .pollInterval(Duration.ofMillis(200))
              .until(() -> attempt(verger, form), Optional::isPresent)
              .orElseThrow();
      accepted.put(number, guest);
    }
  }

  private static Optional<String> attempt(RunningVerger verger, Map<String, Object> form) {
    try {
      ApiClient.Answer answer = verger.anonymous().post("/api/v1/public/olamchurch/connect", form);
      return answer.status() == 202
          ? Optional.of(answer.body().get("guestId").asString())
          : Optional.empty();
    } catch (AssertionError away) {
      return Optional.empty();
    }
  }

  private void awaitAccepted(int count) {
    await().atMost(Duration.ofMinutes(4)).until(() -> accepted.size() >= count);
  }

  private static void outsideQuietHours(RunningVerger verger) {
    ApiClient leader = verger.signedIn("admin@olamchurch.example");
    ZonedDateTime now =
        Instant.parse(leader.get("/api/v1/demo/clock").ok().get("now").asString())
            .atZone(ZoneId.of("America/Chicago"));
    ZonedDateTime noon = now.with(LocalTime.NOON);
    Duration by = Duration.between(now, noon.isAfter(now) ? noon : noon.plusDays(1));
    leader.post("/api/v1/demo/clock", Map.of("advance", by.toString())).ok();
  }

  private void awaitThanks(RunningVerger verger) {
    ApiClient admin = verger.signedIn("admin@olamchurch.example");
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> accepted.values().stream().allMatch(guest -> thanks(admin, guest) >= 1));
  }

  private void assertOneOfEach(RunningVerger verger) {
    ApiClient admin = verger.signedIn("admin@olamchurch.example");
    assertThat(accepted.values()).doesNotHaveDuplicates();
    for (String guest : accepted.values()) {
      assertThat(thanks(admin, guest)).isEqualTo(1);
      assertThat(instances(admin, guest)).hasSize(1);
    }
  }

  private static long thanks(ApiClient admin, String guest) {
    return admin
        .get("/api/v1/messages?subject=" + guest)
        .ok()
        .get("items")
        .valueStream()
        .filter(message -> message.get("template").asString().equals("guest-thank-you"))
        .filter(message -> message.get("status").asString().equals("sent"))
        .count();
  }

  private static List<JsonNode> instances(ApiClient admin, String guest) {
    return admin
        .get("/api/v1/processes/instances?subject=" + guest)
        .ok()
        .get("items")
        .valueStream()
        .toList();
  }

  private static Map<String, Object> form(int number) {
    return Map.of(
        "firstName",
        "Guest",
        "lastName",
        "Number" + number,
        "phone",
        "+1312555" + (1000 + number),
        "consent",
        Map.of("sms", true, "email", false));
  }
}
