package org.verger.audit;

import java.util.Optional;

/** Knows where the work of this thread was asked for from. */
public interface Origin {

  /** An address of the network; empty for work that came from no request. */
  Optional<String> get();
}
