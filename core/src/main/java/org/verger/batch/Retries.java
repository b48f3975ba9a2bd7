package org.verger.batch;

import java.util.List;
import java.util.function.Function;

/**
 * What became of several runs that were to be restarted.
 *
 * @param more whether others match that were too many to be restarted at once
 */
public record Retries<T>(List<T> items, boolean more) {

  public Retries {
    items = List.copyOf(items);
  }

  /** The same, said otherwise. */
  public <R> Retries<R> map(Function<T, R> said) {
    return new Retries<>(items.stream().map(said).toList(), more);
  }
}
