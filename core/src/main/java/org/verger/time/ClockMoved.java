package org.verger.time;

import java.time.Duration;

/**
 * Time was moved on; published once our clock shows it.
 *
 * @param by how far
 */
public record ClockMoved(Duration by) {}
