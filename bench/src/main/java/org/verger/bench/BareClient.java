package org.verger.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The engine's own client, with no records behind it: what the broker can do at best. */
final class BareClient implements FollowUps.Side, AutoCloseable {

  private final CamundaClient client;
  private final List<JobWorker> workers;
  private final Semaphore room = new Semaphore(IN_FLIGHT);
  private final Instant now;
  private volatile CountDownLatch thanked = new CountDownLatch(0);

  BareClient(int port, Instant now) {
    this.now = now;
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + port))
            .preferRestOverGrpc(false)
            .numJobWorkerExecutionThreads(4)
            .build();
    client
        .newDeployResourceCommand()
        .addResourceStringUtf8(model(), "bare-follow-up.bpmn")
        .send()
        .join();
    this.workers =
        List.of(
            worker("bare-send-message", Map.of(), true),
            worker(
                "bare-assign-caller",
                Map.of("callerGroups", List.of("a"), "leaderGroups", List.of("b")),
                false));
  }

  // The same steps under names of their own, so that none of our workers takes part.
  private static String model() {
    try (InputStream file =
        BareClient.class.getResourceAsStream("/bpmn/guests/guest-follow-up.bpmn")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .replace("guest-follow-up", "bare-follow-up")
          .replace("type=\"guests-", "type=\"bare-")
          .replace("name=\"guest-", "name=\"bare-");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private JobWorker worker(String type, Map<String, Object> result, boolean counts) {
    return client
        .newWorker()
        .jobType(type)
        .handler(
            (jobs, job) ->
                untilDone(() -> jobs.newCompleteCommand(job).variables(result).send())
                    .thenRun(counts ? this::thanked : () -> {}))
        .maxJobsActive(IN_FLIGHT)
        .timeout(Duration.ofMinutes(1))
        .streamEnabled(true)
        .open();
  }

  @Override
  public void load(int count) {
    thanked = new CountDownLatch(count);
    IntStream.range(0, count).forEach(each -> start());
    await();
  }

  @Override
  public void one() {
    load(1);
  }

  private void start() {
    room.acquireUninterruptibly();
    String guest = UUID.randomUUID().toString();
    Map<String, Object> variables =
        Map.of(
            "tenantId", "bare",
            "subjectId", guest,
            "guestId", guest,
            "thankYouAt", now.toString(),
            "emailAt", in(1),
            "callDueAt", in(1),
            "escalateAt", in(2),
            "invitationAt", in(8),
            "checkInAt", in(22),
            "closeAt", in(35));
    untilDone(
        () ->
            client
                .newPublishMessageCommand()
                .messageName("bare-registered")
                .correlationKey(guest)
                .messageId(guest)
                .timeToLive(Duration.ofHours(24))
                .variables(variables)
                .send());
  }

  // A busy broker turns commands away.
  private static CompletionStage<Void> untilDone(Supplier<? extends CompletionStage<?>> command) {
    return command
        .get()
        .<Void>thenApply(done -> null)
        .exceptionallyCompose(busy -> untilDone(command));
  }

  private void thanked() {
    thanked.countDown();
    room.release();
  }

  private String in(int days) {
    return now.plus(Duration.ofDays(days)).toString();
  }

  private void await() {
    try {
      thanked.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    workers.forEach(JobWorker::close);
    client.close();
  }
}
