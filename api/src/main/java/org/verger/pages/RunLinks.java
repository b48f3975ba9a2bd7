package org.verger.pages;

import java.util.Map;
import java.util.Optional;

/**
 * Leads from a run of a batch job back to what people began it from. A feature whose pages ask for
 * runs has one as a bean.
 */
public interface RunLinks {

  /** Where it leads, and what is there. */
  record RunLink(String label, String path) {}

  /**
   * The page that a run was asked for from; empty when it is another feature's, or whoever looks
   * may not see that page.
   *
   * @param parameters what the run was asked for with
   */
  Optional<RunLink> of(Map<String, String> parameters);
}
