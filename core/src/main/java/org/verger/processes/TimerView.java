package org.verger.processes;

import java.time.Instant;

/** A timer that an instance waits for. */
public record TimerView(String elementId, Instant dueAt) {}
