package org.verger.approvals.worker;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.ApprovalSettings;
import org.verger.approvals.OpenStage;
import org.verger.approvals.RequestId;
import org.verger.approvals.Step;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;

/** Asks the records what comes next, and tells the process. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class OpenStageWorker implements JobWorker<OpenStageWorker.Input, OpenStageWorker.Output> {

  private final OpenStage openStage;
  private final ApprovalSettings settings;

  OpenStageWorker(OpenStage openStage, ApprovalSettings settings) {
    this.openStage = openStage;
    this.settings = settings;
  }

  record Input(String requestId, @Nullable Integer stageRound) {}

  record Task(String stepId, List<String> approverGroups) {}

  /** What the process goes on with; times as ISO 8601. */
  record Output(
      String nextStep,
      boolean approved,
      List<Task> steps,
      int stageRound,
      @Nullable String stageDueAt,
      String reminderCycle,
      String escalationCycle) {}

  @Override
  public String jobType() {
    return "approvals-open-stage";
  }

  @Override
  public Output work(Input input) {
    return switch (openStage.next(RequestId.parse(input.requestId()), input.stageRound())) {
      case OpenStage.Next.Decide decide -> output("decide", false, decide.steps(), decide.round());
      case OpenStage.Next.Change change -> output("change", false, List.of(), change.round());
      case OpenStage.Next.Approved yes -> output("approved", true, List.of(), yes.round());
      case OpenStage.Next.Over over -> output("over", false, List.of(), over.round());
    };
  }

  private Output output(String next, boolean approved, List<Step> steps, int round) {
    ApprovalSettings.Values set = settings.current();
    return new Output(
        next,
        approved,
        steps.stream().map(step -> new Task(step.id().toString(), step.groupNames())).toList(),
        round,
        steps.isEmpty() ? null : String.valueOf(steps.getFirst().dueAt()),
        every(set.reminder()),
        every(set.escalation()));
  }

  private static String every(Duration interval) {
    return "R/" + interval;
  }
}
