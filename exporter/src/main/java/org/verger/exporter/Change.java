package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import java.time.Instant;
import java.util.Optional;

/**
 * What one event changes in one table.
 *
 * @param position the event's position in the log of its partition
 * @param since the broker's time of the event; after merging, of the first one
 */
record Change<R extends Row>(long position, Instant since, Projection<?, R> projection, R row) {

  /** The later row with the time of the earlier one, which this is. */
  Change<R> then(Change<R> later) {
    return new Change<>(later.position, since, projection, later.row);
  }

  /** The caller has checked that the event is of the projection's source. */
  @SuppressWarnings("unchecked")
  static <V extends RecordValue, R extends Row> Optional<Change<R>> of(
      Projection<V, R> projection, Record<?> event) {
    return Optional.ofNullable(projection.rowOf((Record<V>) event))
        .map(row -> new Change<>(event.getPosition(), Events.timeOf(event), projection, row));
  }
}
