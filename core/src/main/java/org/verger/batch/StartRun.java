package org.verger.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Starts a job by hand. */
@Component
public class StartRun {

  private static final int LONGEST_TEXT = 200;

  private final BatchJobs jobs;
  private final RunQueue queue;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  StartRun(BatchJobs jobs, RunQueue queue, Access access, Audit audit, Clock clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks for a run.
   *
   * @param key the same key asks for the same run; null for a new one
   * @param given what the job's inputs were filled in with
   * @throws NotAllowedException when the person does not look after the whole church's system
   * @throws UnknownJobException when people cannot start a job of that name
   * @throws InvalidInputException naming each input that is missing or wrong
   */
  @Transactional
  public UUID start(PersonId by, String job, @Nullable String key, Map<String, String> given) {
    access.requireEverywhere(by, Area.SYSTEM);
    ChurchJob known = jobs.require(job);
    if (!known.byHand()) {
      throw new UnknownJobException(job);
    }
    Map<String, String> parameters = read(known, given);
    String chosen = key == null ? "by-hand-" + clock.instant() : "by-hand-" + key;
    if (chosen.length() > LONGEST_TEXT) {
      throw InvalidInputException.of("Idempotency-Key", "A key has at most 190 letters");
    }
    UUID run = queue.request(new RunQueue.Asked(job, chosen, parameters, by.value(), null));
    audit.record("batch-start", run.toString(), by.value(), Map.of("job", job, "key", chosen));
    return run;
  }

  private static Map<String, String> read(ChurchJob job, Map<String, String> given) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (JobInput input : job.inputs()) {
      String value = given.getOrDefault(input.name(), "").strip();
      String problem = problem(input, value);
      if (problem != null) {
        errors.add(new FieldError(input.name(), problem));
      }
      parameters.put(input.name(), value);
    }
    given.keySet().stream()
        .filter(name -> !parameters.containsKey(name))
        .forEach(name -> errors.add(new FieldError(name, "This job knows no such parameter")));
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    job.check().accept(parameters);
    return parameters;
  }

  private static @Nullable String problem(JobInput input, String value) {
    return switch (input.kind()) {
      case TEXT ->
          value.isEmpty() || value.length() > LONGEST_TEXT
              ? "Fill this in with at most " + LONGEST_TEXT + " letters"
              : null;
      case YEAR -> value.matches("[12]\\d{3}") ? null : "Give the year as in 2026";
      case DATE -> isDate(value) ? null : "Give the day as in 2026-11-21";
    };
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeParseException wrong) {
      return false;
    }
  }
}
