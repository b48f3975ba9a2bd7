package org.verger.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feature can ask of the running processes. Each call writes a row to the outbox in the
 * transaction that is open, so it happens if and only if that transaction commits, and later, in
 * the order of the calls for one subject, when the engine can be reached.
 */
public interface Processes {

  /**
   * Tells the processes about {@code subject} that something happened. A process that waits for the
   * message goes on; one that starts with it is started, once at a time per subject.
   *
   * @param message kebab-case and past tense, as in the model: {@code guest-replied}
   * @param subject our own id of what it happened to; the correlation key
   * @param variables a record of ids and routing facts; never a name, a number or a note
   */
  void publish(String message, String subject, Record variables);

  /**
   * The same for processes that wait by another id of ours than the subject's.
   *
   * @param key the correlation key
   */
  void publish(String message, String subject, String key, Record variables);

  /**
   * Completes an open user task. A task that is no longer open is left as it is.
   *
   * @param taskKey the key as the projection gives it
   * @param subject our own id of what the task is about
   */
  void completeTask(long taskKey, String subject, Record variables);

  /**
   * Says whose an open user task is from now on. A task that is no longer open is left as it is.
   *
   * @param candidateGroups roles at units, such as {@code group-leader@…}
   */
  void assignTask(long taskKey, String subject, List<String> candidateGroups);

  /**
   * Lets a run try again what it could not do. An incident that is resolved is left as it is.
   *
   * @param incidentKey the key as the projection gives it
   * @param jobKey the job that is to be tried again; null when there is none
   */
  void retry(long incidentKey, @Nullable Long jobKey, String subject);
}
