package org.verger.approvals;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The chains that the tables give, with what the church has set. */
@Component
public class Chains {

  private final Tiers tiers;
  private final ApprovalSettings settings;

  Chains(Tiers tiers, ApprovalSettings settings) {
    this.tiers = tiers;
    this.settings = settings;
  }

  /** The steps, in their order; empty when the tables do not know what is asked for. */
  @Transactional(readOnly = true)
  public List<ChainStep> of(Question question) {
    return tiers.stepsFor(question, settings.current().boardQuorum());
  }
}
