package org.verger.engine;

/** The output of a worker whose process needs to know only that the work is done. */
public record Nothing() {}
