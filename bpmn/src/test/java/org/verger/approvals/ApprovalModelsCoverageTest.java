package org.verger.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.approvals.ApprovalEngine.CHAIN;
import static org.verger.approvals.ApprovalEngine.DIGEST;
import static org.verger.approvals.StageAnswers.approved;
import static org.verger.approvals.StageAnswers.change;
import static org.verger.approvals.StageAnswers.decide;
import static org.verger.approvals.StageAnswers.over;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.extension.ZeebeProcessTest;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.verger.engine.ModelParts;

@ZeebeProcessTest
class ApprovalModelsCoverageTest {

  /** The engine of this test has no REST, and a user task is completed by REST only. */
  private static final Set<String> AFTER_A_PERSON = Set.of("approval-chain Flow_StepsDecided");

  private ZeebeTestEngine engine;

  @Test
  void everythingInTheModelsCanHappen() {
    try (ApprovalEngine approvals = new ApprovalEngine(engine)) {
      Set<String> processes = new TreeSet<>(Set.of(CHAIN, DIGEST));
      for (RequestKind kind : RequestKind.values()) {
        processes.add(kind.process());
        requestsEndInEachWay(approvals, kind);
      }
      aDigestIsSent(approvals);
      oneIsNotDecidedInTime(approvals);
      assertThat(ModelParts.missed(approvals.records(), "approvals", processes))
          .isEqualTo(AFTER_A_PERSON);
    }
  }

  private static void requestsEndInEachWay(ApprovalEngine approvals, RequestKind kind) {
    approvals.request(kind, kind + "-approved", approved());
    approvals.request(kind, kind + "-declined", over());
    approvals.request(kind, kind + "-withdrawn", change());
    approvals.awaitEnd(kind.process(), kind + "-approved");
    approvals.awaitEnd(kind.process(), kind + "-declined");
    approvals.awaitChainAt(kind + "-withdrawn", "Event_RequestResubmitted");
    approvals.withdraw(kind + "-withdrawn");
    approvals.awaitEnd(kind.process(), kind + "-withdrawn");
  }

  private static void aDigestIsSent(ApprovalEngine approvals) {
    approvals.planDigest("digest", Instant.now(), "2030-01-04");
    approvals.awaitEnd(DIGEST, "digest");
  }

  private static void oneIsNotDecidedInTime(ApprovalEngine approvals) {
    approvals.request(RequestKind.EXPENSE, "forgotten", change(), decide("treasurer"));
    approvals.awaitChainAt("forgotten", "Event_RequestResubmitted");
    approvals.resubmit("forgotten");
    approvals.awaitSteps(1);
    approvals.advance(StageAnswers.ESCALATION);
    approvals.await(
        CHAIN,
        "forgotten",
        chain ->
            chain
                .hasPassedElement("EndEvent_StepsEscalated")
                .hasPassedElement("EndEvent_ApproversReminded"));
  }
}
