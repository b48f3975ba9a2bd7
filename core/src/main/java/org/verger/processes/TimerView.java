package org.verger.processes;

import java.time.Instant;

<<<<<<< HEAD
/** A timer that an instance waits for. */
=======
/**
 * A timer that has not gone off.
 *
 * @param elementId the id of its event in the diagram
 */
>>>>>>> engine
public record TimerView(String elementId, Instant dueAt) {}
