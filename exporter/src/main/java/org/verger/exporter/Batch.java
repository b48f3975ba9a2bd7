package org.verger.exporter;

import java.time.Instant;
import java.util.List;

/**
 * Events in the order of the log, as far as they change anything.
 *
 * @param position of the last event, also when that one changes nothing
 * @param at the broker's time of the last event
 */
record Batch(List<Change<?>> changes, long position, Instant at) {}
