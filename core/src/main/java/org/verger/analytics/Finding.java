package org.verger.analytics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param name the check's
 * @param holds whether figures are held back until it is put right or released
 * @param found how many records
 * @param examples the ids of up to twenty of them
 * @param releasedBy who said that the figures are made all the same
 */
public record Finding(
    Scope scope,
    String name,
    Subject subject,
    boolean holds,
    String what,
    String remedy,
    long found,
    List<String> examples,
    Instant at,
    @Nullable String releasedBy,
    @Nullable Instant releasedAt) {

  public Finding {
    examples = List.copyOf(examples);
  }

  /** Whether it holds figures back now. */
  public boolean isHolding() {
    return holds && releasedAt == null;
  }
}
