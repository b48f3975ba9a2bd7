package org.verger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.verger.machine.FreePorts;
import org.verger.tenants.TenantId;

/** Everything that can be killed is killed, by process id, while forms come in. */
@Isolated
class CrashIT {

  private static final int GUESTS = 1000;
  private static final int SENDERS = 4;
  private static final TenantId CHURCH = new TenantId("olamchurch");

  // As the pool's login, which sees those that belong to no church too.
  private static final String FOLLOW_UPS =
      "SELECT count(*) FROM engine.process_instance WHERE process_id = 'guest-follow-up'";

  private static final String TO_GUESTS = " WHERE channel = 'sms'";

  @TempDir Path folder;

  private final String port = "--server.port=" + FreePorts.find();
  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, String> accepted = new ConcurrentHashMap<>();

  @Test
  void afterKillingEverythingEachGuestHasOneFollowUpAndEachMessageOneDelivery() throws Exception {
    RunningVerger first = RunningVerger.start(folder, port).awaitReady().atNoon();
    try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
      List<Future<?>> sending =
          IntStream.range(0, SENDERS)
              .<Future<?>>mapToObj(sender -> senders.submit(() -> send(first.anonymous())))
              .toList();
      awaitAccepted(GUESTS / 5);
      RunningVerger.broker(folder).orElseThrow().destroyForcibly();
      awaitAccepted(GUESTS * 2 / 5);
      RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
      awaitAccepted(GUESTS * 3 / 5);
      first.kill();
      try (RunningVerger second = RunningVerger.start(folder, port).awaitReady()) {
        awaitAccepted(GUESTS * 4 / 5);
        RunningVerger.broker(folder).orElseThrow().destroyForcibly();
        RunningVerger.postgres(folder).orElseThrow().destroyForcibly();
        second.kill();
      }
      try (RunningVerger third = RunningVerger.start(folder, port).awaitReady()) {
        for (Future<?> sender : sending) {
          sender.get();
        }
        awaitEverything();
        assertOneOfEach();
      }
    }
  }

  // A form that got no answer is sent again, as a person would; the same person stays one guest.
  private void send(ApiClient anonymous) {
    for (int number = next.getAndIncrement(); number < GUESTS; number = next.getAndIncrement()) {
      Map<String, Object> form = form(number);
      String guest =
          await()
              .atMost(Duration.ofMinutes(3))
              .pollDelay(Duration.ZERO)
              .pollInterval(Duration.ofMillis(200))
              .until(() -> attempt(anonymous, form), Optional::isPresent)
              .orElseThrow();
      accepted.put(number, guest);
    }
  }

  private static Optional<String> attempt(ApiClient anonymous, Map<String, Object> form) {
    try {
      ApiClient.Answer answer = anonymous.post("/api/v1/public/olamchurch/connect", form);
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

  // A job that is still open may be given to somebody a second time.
  private void awaitEverything() {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () ->
                church("SELECT count(*) FROM sandbox_message" + TO_GUESTS) >= GUESTS
                    && shared("SELECT count(*) FROM shared.outbox") == 0
                    && shared(FOLLOW_UPS) >= GUESTS
                    && shared("SELECT count(*) FROM engine.job WHERE ended_at IS NULL") == 0);
  }

  // No other message to a guest is due on the day of the form, and each has a telephone of their
  // own.
  // Those who serve may get e-mails of their own, such as Monday's report.
  private void assertOneOfEach() {
    assertThat(accepted).hasSize(GUESTS);
    assertThat(accepted.values()).doesNotHaveDuplicates();
    assertThat(church("SELECT count(*) FROM guest")).as("guests").isEqualTo(GUESTS);
    assertThat(shared(FOLLOW_UPS)).as("follow-ups").isEqualTo(GUESTS);
    assertThat(subjects("SELECT subject_id FROM engine.process_instance"))
        .containsExactlyInAnyOrderElementsOf(accepted.values());
    assertThat(subjects("SELECT subject_id FROM message_delivery" + TO_GUESTS))
        .containsExactlyInAnyOrderElementsOf(accepted.values());
    assertThat(church("SELECT count(*) FROM message_delivery" + TO_GUESTS + " AND status = 'sent'"))
        .as("deliveries that were sent")
        .isEqualTo(GUESTS);
    assertThat(church("SELECT count(DISTINCT address) FROM sandbox_message" + TO_GUESTS))
        .as("telephones that got a message")
        .isEqualTo(GUESTS);
    assertThat(church("SELECT sum(calls) FROM sandbox_message" + TO_GUESTS))
        .as("messages that were handed to the channel")
        .isEqualTo(GUESTS);
  }

  private long shared(String sql) {
    return RunningVerger.database(folder).sql(sql).query(Long.class).single();
  }

  private long church(String sql) {
    return RunningVerger.church(folder, CHURCH).sql(sql).query(Long.class).single();
  }

  private List<String> subjects(String sql) {
    return RunningVerger.church(folder, CHURCH).sql(sql).query(String.class).list();
  }

  private static Map<String, Object> form(int number) {
    return Map.of(
        "firstName",
        "Guest",
        "lastName",
        "Boaz",
        "phone",
        "+1312555" + (1000 + number),
        "consent",
        Map.of("sms", true, "email", false));
  }
}
