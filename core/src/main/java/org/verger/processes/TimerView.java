package org.verger.processes;

import java.time.Instant;

/**
 * A timer that has not gone off.
 *
 * @param elementId the id of its event in the diagram
 */
public record TimerView(String elementId, Instant dueAt) {}
