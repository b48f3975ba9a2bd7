package org.verger.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One table of schema {@code engine}: which events it is made of and how its rows are written.
 *
 * @param <V> the value of its events
 * @param <R> its rows
 */
interface Projection<V extends RecordValue, R extends Row> {

  /** The events it wants to see. */
  ValueType source();

  /**
   * The row as it is after an event. It holds everything but the time of its first event; the event
   * itself must not be kept, because the broker reuses it.
   *
   * @return null when the event changes nothing in this table
   */
  @Nullable R rowOf(Record<V> event);

  /** An upsert of one row that may be repeated with the same result. */
  String upsert();

  /**
   * Sets the parameters of {@link #upsert()}.
   *
   * @param since when the first event of this row in the batch happened; the upsert must not change
   *     the time of a row that is there already
   */
  void bind(R row, Instant since, Parameters parameters) throws SQLException;
}
