package org.verger.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that an instance has entered.
 *
 * @param elementId as in the model
 * @param state active, completed or terminated
 */
public record ElementView(
    String elementId, String type, String state, Instant startedAt, @Nullable Instant endedAt) {}
