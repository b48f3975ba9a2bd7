package org.verger.approvals;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the records can say when a stage is opened, as the variables that the worker sets. */
final class StageAnswers {

  static final Duration REMINDER = Duration.ofHours(48);
  static final Duration ESCALATION = Duration.ofHours(72);
  static final OffsetDateTime DUE = OffsetDateTime.parse("2030-01-04T17:00:00Z");

  private StageAnswers() {}

  /** A stage with a step for each of the groups, {@code step-<group>}. */
  static Map<String, Object> decide(String... groups) {
    return Map.of(
        "nextStep",
        "decide",
        "approved",
        false,
        "steps",
        Stream.of(groups).map(StageAnswers::step).toList(),
        "stageRound",
        1,
        "stageDueAt",
        DUE.toString(),
        "reminderCycle",
        "R/" + REMINDER,
        "escalationCycle",
        "R/" + ESCALATION);
  }

  static Map<String, Object> change() {
    return without("change", false);
  }

  static Map<String, Object> approved() {
    return without("approved", true);
  }

  static Map<String, Object> over() {
    return without("over", false);
  }

  private static Map<String, Object> step(String group) {
    return Map.of("stepId", "step-" + group, "approverGroups", List.of(group));
  }

  private static Map<String, Object> without(String nextStep, boolean approved) {
    return Map.of("nextStep", nextStep, "approved", approved, "steps", List.of(), "stageRound", 1);
  }
}
