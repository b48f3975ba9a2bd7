package org.verger.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.batch.BatchRuns;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Asks for a run that makes the figures of a range of days anew. */
@Component
public class RequestBackFill {

  /** The job that does it. */
  public static final String JOB = "roll-up-backfill";

  private final ObjectProvider<BatchRuns> runs;
  private final Marks marks;
  private final Access access;
  private final Audit audit;

  RequestBackFill(ObjectProvider<BatchRuns> runs, Marks marks, Access access, Audit audit) {
    this.runs = runs;
    this.marks = marks;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Asks for it. The run's parameters are {@code from}, {@code to} and {@code subjects}, their
   * codes with commas between them.
   *
   * @return the run
   * @throws NotAllowedException when {@code by} does not look after the whole church's system
   * @throws InvalidInputException when there is no subject, or no batch job can run
   */
  @Transactional
  public UUID request(PersonId by, Scope scope, Set<Subject> subjects) {
    access.requireEverywhere(by, Area.SYSTEM);
    if (subjects.isEmpty()) {
      throw InvalidInputException.of("subjects", "Choose at least one");
    }
    BatchRuns batch = runs.getIfAvailable();
    if (batch == null) {
      throw InvalidInputException.of("subjects", "Batch jobs are not installed here");
    }
    String codes = subjects.stream().sorted().map(Subject::code).collect(Collectors.joining(","));
    Map<String, String> parameters =
        Map.of(
            "from", scope.from().toString(), "to", scope.through().toString(), "subjects", codes);
    UUID run = batch.request(JOB, UUID.randomUUID().toString(), parameters);
    audit.record("analytics-back-fill-requested", run.toString(), by.value(), parameters);
    return run;
  }

  /**
   * Asks for another run over the days of a scope that wait, after their records were put right or
   * what was found was released.
   *
   * @return false when none waits
   */
  @Transactional
  public boolean again(PersonId by, Scope scope, Subject subject) {
    List<LocalDate> days = marks.waiting(scope).getOrDefault(subject, List.of());
    if (days.isEmpty()) {
      access.requireEverywhere(by, Area.SYSTEM);
      return false;
    }
    request(by, new Scope(days.getFirst(), days.getLast()), Set.of(subject));
    return true;
  }
}
