package org.verger.approvals;

import java.util.List;

/** The tables that say which chain a request goes through. */
public interface Tiers {

  /**
   * The steps, in their order.
   *
   * @param boardQuorum how many of the board have to say yes
   * @return empty when the tables do not know what is asked for, for example a currency
   */
  List<ChainStep> stepsFor(Question question, int boardQuorum);
}
