package org.verger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import org.verger.endtoend.ApiClient;
import org.verger.endtoend.RunningVerger;
import tools.jackson.databind.JsonNode;

/**
 * Lists and nightly runs of one church while nothing else happens, and while another church imports
 * a large file on the same machine.
 */
public final class Fairness {

  private static final Duration QUIET = Duration.ofSeconds(40);
  private static final List<String> LISTS =
      List.of(
          "/api/v1/people?search=ann",
          "/api/v1/contributions",
          "/api/v1/gatherings",
          "/api/v1/analytics/giving?from=2026-01-01&to=2026-12-31&grain=month");

  private final int gifts = Integer.getInteger("bench.gifts", 500_000);
  private final ApiClient small;
  private final ApiClient large;
  private final String fund;
  private final String unit;

  private Fairness(ApiClient small, ApiClient large) {
    this.small = small;
    this.large = large;
    this.fund = first("/api/v1/funds");
    this.unit = first("/api/v1/organisation/units");
  }

  /** What the small church saw. */
  private record Seen(Samples lists, Samples nights, double seconds) {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    LoggingSystem.get(Fairness.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    Path folder = Files.createTempDirectory("verger-bench");
    try (RunningVerger verger =
        RunningVerger.start(folder, List.of("-Xmx1g"), "--verger.roles=api,batch").awaitReady()) {
      new Fairness(verger.signedIn("admin@olamchurch.example"), verger.anotherChurch("large"))
          .run(folder);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private String first(String list) {
    return small.get(list).ok().get("items").get(0).get("id").asString();
  }

  private void run(Path folder) {
    watch(until(Duration.ofSeconds(15)));
    Seen quiet = watch(until(QUIET));
    Path file = ImportSamples.gifts(folder.resolve("gifts.csv"), gifts, 0, new Random(1));
    String id =
        large
            .upload("/api/v1/imports", Map.of("kind", "contributions"), file)
            .ok()
            .get("id")
            .asString();
    Seen read = watch(() -> !status(id).equals("reading"));
    large.post("/api/v1/imports/" + id + "/apply", Map.of()).ok();
    Seen applied = watch(() -> !status(id).equals("applying"));
    JsonNode done = large.get("/api/v1/imports/" + id).ok();
    if (!done.get("status").asString().equals("applied") || done.get("new").asInt() != gifts) {
      throw new IllegalStateException("It was not all applied: " + done);
    }
    print("nothing else", quiet, quiet);
    print("another church's %,d gifts are read".formatted(gifts), read, quiet);
    print("another church's %,d gifts are applied".formatted(gifts), applied, quiet);
  }

  private static BooleanSupplier until(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    return () -> System.nanoTime() > end;
  }

  private String status(String id) {
    return large.get("/api/v1/imports/" + id).ok().get("status").asString();
  }

  /** Reads lists and carries nights out, both one after the other, until it is over. */
  private Seen watch(BooleanSupplier over) {
    Samples lists = new Samples();
    Samples nights = new Samples();
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> sleepless =
        CompletableFuture.runAsync(
            () -> {
              do {
                change();
                nights.time(this::night);
              } while (!ended.get());
            });
    long start = System.nanoTime();
    do {
      for (String list : LISTS) {
        lists.time(() -> small.get(list).ok());
      }
    } while (!over.getAsBoolean() && !sleepless.isDone());
    double seconds = (System.nanoTime() - start) / 1e9;
    ended.set(true);
    sleepless.join();
    return new Seen(lists, nights, seconds);
  }

  private void change() {
    small
        .post(
            "/api/v1/contributions",
            Map.of(
                "amount",
                25,
                "fund",
                fund,
                "unit",
                unit,
                "givenOn",
                today().minusDays(2).toString(),
                "method",
                "cash"))
        .ok();
  }

  private void night() {
    String id =
        small
            .post(
                "/api/v1/batch/jobs/nightly/runs",
                Map.of("parameters", Map.of("day", today().toString())))
            .ok()
            .get("id")
            .asString();
    String state;
    do {
      Together.rest(Duration.ofMillis(20));
      state = small.get("/api/v1/batch/runs/" + id).ok().get("status").asString();
    } while (Set.of("queued", "running").contains(state));
    if (!state.equals("completed")) {
      throw new IllegalStateException("The night ended as " + state);
    }
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/Chicago"));
  }

  private static void print(String what, Seen seen, Seen quiet) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-50s %6.1f s; list p50 %.0f ms, p95 %.0f ms (%.1f); night p50 %.0f ms, p95 %.0f ms"
                + " (%.1f)",
            what,
            seen.seconds(),
            seen.lists().percentile(50),
            seen.lists().percentile(95),
            seen.lists().percentile(95) / quiet.lists().percentile(95),
            seen.nights().percentile(50),
            seen.nights().percentile(95),
            seen.nights().percentile(95) / quiet.nights().percentile(95)));
  }
}
