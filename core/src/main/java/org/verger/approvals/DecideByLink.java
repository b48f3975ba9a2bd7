package org.verger.approvals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody decides the one task that a link was made for, and uses the link up. */
@Component
public class DecideByLink {

  private final TaskLinks links;
  private final DecideStep decideStep;

  DecideByLink(TaskLinks links, DecideStep decideStep) {
    this.links = links;
    this.decideStep = decideStep;
  }

  /**
   * Decides in the name of whom the link was made for.
   *
   * @return empty when the link opens nothing: it was used, has run out, or its task is over
   * @throws org.verger.validation.InvalidInputException when a reason is missing; the link stays
   * @throws TaskNotReadyException when the engine is only just opening the task; the link stays
   */
  @Transactional
  public Optional<DecideStep.Outcome> decide(
      String token, Decision decision, @Nullable String comment) {
    return links
        .open(token)
        .filter(opened -> links.use(token))
        .map(
            opened ->
                decideStep.decide(
                    new DecideStep.Ballot(
                        opened.step(), opened.person(), decision, comment, null, "link")));
  }
}
