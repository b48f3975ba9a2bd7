package org.verger.imports;

/** Lines of a file: those after the first number, up to and with the second. */
public record Lines(long after, long upTo) {}
