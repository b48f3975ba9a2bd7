package org.verger.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.exporter.api.ExporterException;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BufferTest {

  private final Buffer buffer = new Buffer(2, Duration.ofSeconds(20));

  private void add(long position) {
    buffer.add(
        Change.of(new Jobs(), TestEvents.job(position, position, JobIntent.CREATED, 3)).stream()
            .toList(),
        position,
        TestEvents.timeOf(position));
  }

  @Test
  void givesEverythingInOneBatchWithTheLastPosition() throws InterruptedException {
    add(1);
    add(2);
    Batch batch = buffer.take();
    assertThat(batch.changes()).extracting(Change::position).containsExactly(1L, 2L);
    assertThat(batch.position()).isEqualTo(2);
    assertThat(batch.at()).isEqualTo(TestEvents.timeOf(2));
  }

  @Test
  void anEventThatChangesNothingStillMovesThePosition() throws InterruptedException {
    buffer.add(List.of(), 9, TestEvents.timeOf(9));
    assertThat(buffer.take().position()).isEqualTo(9);
  }

  @Test
  void waitsWhenFullAndTheDatabaseWorks() throws InterruptedException {
    add(1);
    add(2);
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> add(3));
    assertThat(buffer.take().position()).isEqualTo(2);
    third.join();
    assertThat(buffer.take().position()).isEqualTo(3);
  }

  @Test
  void refusesWhenFullAndTheDatabaseFails() throws InterruptedException {
    add(1);
    add(2);
    buffer.setFailing(true);
    assertThatThrownBy(() -> add(3)).isInstanceOf(ExporterException.class);
    assertThat(buffer.take().position()).isEqualTo(2);
    add(3);
    assertThat(buffer.take().changes()).extracting(Change::position).containsExactly(3L);
  }

  @Test
  void stopsWaitingWhenTheDatabaseBeginsToFail() {
    add(1);
    add(2);
    CompletableFuture<Void> third = CompletableFuture.runAsync(() -> add(3));
    buffer.setFailing(true);
    await().atMost(Duration.ofSeconds(10)).until(third::isCompletedExceptionally);
  }
}
