package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.approvals.ApprovalEngine.DIGEST;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ZeebeProcessTest
class ApprovalDigestTest {

  private static final String TODAY = "2030-01-04";
  private static final String TOMORROW = "2030-01-05";
  private static final Duration DAY = Duration.ofDays(1);

  private ZeebeTestEngine engine;
  private ApprovalEngine approvals;
  private final Instant planned = Instant.now();

  @BeforeEach
  void work() {
    approvals = new ApprovalEngine(engine);
  }

  @AfterEach
  void stopWorking() {
    approvals.close();
  }

  @Test
  void aDigestWaitsForItsTime() {
    approvals.planDigest(TODAY, planned.plus(DAY), TODAY);
    approvals.planDigest(TOMORROW, planned.plus(DAY.multipliedBy(2)), TOMORROW);
    awaitDue(TODAY);
    awaitDue(TOMORROW);
    assertThat(approvals.workers().digests()).isEmpty();
    approvals.advance(DAY);
    approvals.awaitEnd(DIGEST, TODAY);
    awaitDue(TOMORROW);
    assertThat(approvals.workers().digests()).containsExactly(TODAY);
    approvals.advance(DAY);
    approvals.awaitEnd(DIGEST, TOMORROW);
    assertThat(approvals.workers().digests()).containsExactly(TODAY, TOMORROW);
  }

  @Test
  void aDigestWhoseTimeIsPastIsSentAtOnce() {
    approvals.planDigest(TODAY, planned.minus(DAY), TODAY);
    approvals.awaitEnd(DIGEST, TODAY);
    assertThat(approvals.workers().digests()).containsExactly(TODAY);
  }

  private void awaitDue(String digest) {
    approvals.await(DIGEST, digest, it -> it.isWaitingExactlyAtElements("Event_DigestDue"));
  }
}
