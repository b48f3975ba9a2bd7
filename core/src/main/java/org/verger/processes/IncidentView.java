package org.verger.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place where a run cannot go on without a person.
 *
 * @param elementId the id in the diagram
 * @param subjectId our own id of what the run is about
 * @param jobKey the job that has no tries left; null when it is about something else
 * @param errorType the engine's name of the kind, such as {@code JOB_NO_RETRIES}
 */
public record IncidentView(
    long key,
    String processId,
    String elementId,
    @Nullable String subjectId,
    @Nullable Long jobKey,
    String errorType,
    String errorMessage,
    Instant createdAt) {}
