package org.verger.exports.web;

import java.util.HashMap;
import java.util.Map;
import org.verger.tenants.TenantId;

/** How many files are on their way: few at once, and no church takes all of the places. */
final class Places {

  private final int atOnce;
  private final int forOne;
  private final Map<TenantId, Integer> taken = new HashMap<>();

  Places(int atOnce, int forOne) {
    this.atOnce = atOnce;
    this.forOne = forOne;
  }

  /** Takes a place. Whoever gets it gives it back. */
  synchronized boolean take(TenantId church) {
    int own = taken.getOrDefault(church, 0);
    int all = taken.values().stream().mapToInt(Integer::intValue).sum();
    if (own >= forOne || all >= atOnce) {
      return false;
    }
    taken.put(church, own + 1);
    return true;
  }

  synchronized void giveBack(TenantId church) {
    taken.computeIfPresent(church, (one, own) -> own == 1 ? null : own - 1);
  }
}
