package org.verger.approvals;

import org.verger.organisation.Role;

/**
 * A step of a chain, as the tiers name it: whoever holds the role is to decide.
 *
 * @param stage steps of one stage wait side by side, stages come one after the other; from 1
 * @param quorum how many have to say yes; 1 where one decides for all
 */
public record ChainStep(int stage, Role role, int quorum) {

  public ChainStep {
    if (stage < 1 || quorum < 1) {
      throw new IllegalArgumentException("Stage and quorum count from 1");
    }
  }
}
