package org.verger.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.command.ProblemException;
import io.grpc.Status;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.outbox.EngineCommand;
import org.verger.outbox.OutboxEntry;

/** Hands one command from the outbox to the engine. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class CommandSender {

  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  // As the models give each of their jobs.
  private static final int RETRIES = 3;

  private final CamundaClient client;
  private final GatewayVersion version;
  private final EngineSettings settings;

  CommandSender(CamundaClient client, GatewayVersion version, EngineSettings settings) {
    this.client = client;
    this.version = version;
    this.settings = settings;
  }

  /** Sends without waiting; the answer never ends exceptionally. */
  CompletableFuture<CommandAnswer> send(OutboxEntry entry) {
    try {
      return switch (entry.command()) {
        case EngineCommand.Unreadable odd -> faulty(entry, odd.error());
        case EngineCommand.PublishMessage message -> ask(entry, publication(entry, message));
        case EngineCommand.CompleteUserTask task -> ask(entry, completion(task));
        case EngineCommand.AssignUserTask task -> ask(entry, assignment(task));
        case EngineCommand.ResolveIncident incident -> resolve(entry, incident);
      };
    } catch (RuntimeException fault) {
      // The client looks at what it is given before it sends.
      return faulty(entry, SafeError.describe(fault));
    }
  }

  private CompletableFuture<CommandAnswer> ask(OutboxEntry entry, FinalCommandStep<?> command) {
    return command
        .send()
        .handle((answer, failure) -> failure == null ? accepted(entry) : judge(entry, failure))
        .toCompletableFuture();
  }

  private FinalCommandStep<?> publication(OutboxEntry entry, EngineCommand.PublishMessage message) {
    return client
        .newPublishMessageCommand()
        .messageName(message.name())
        .correlationKey(message.correlationKey())
        .messageId(entry.messageId())
        .timeToLive(settings.messageLifetime())
        .variables(message.variables().toString());
  }

  private FinalCommandStep<?> completion(EngineCommand.CompleteUserTask task) {
    return client.newCompleteUserTaskCommand(task.taskKey()).variables(task.variables().toString());
  }

  private FinalCommandStep<?> assignment(EngineCommand.AssignUserTask task) {
    var update = client.newUpdateUserTaskCommand(task.taskKey());
    return task.candidateGroups().isEmpty()
        ? update.clearCandidateGroups()
        : update.candidateGroups(task.candidateGroups());
  }

  /** A job without retries would be stuck again at once, so it gets them first. */
  private CompletableFuture<CommandAnswer> resolve(
      OutboxEntry entry, EngineCommand.ResolveIncident incident) {
    Long job = incident.jobKey();
    CompletableFuture<CommandAnswer> retries =
        job == null
            ? CompletableFuture.completedFuture(accepted(entry))
            : ask(entry, client.newUpdateRetriesCommand(job).retries(RETRIES));
    return retries.thenCompose(
        answer ->
            answer instanceof CommandAnswer.Accepted
                ? ask(entry, client.newResolveIncidentCommand(incident.incidentKey()))
                : CompletableFuture.completedFuture(answer));
  }

  private static CompletableFuture<CommandAnswer> faulty(OutboxEntry entry, String reason) {
    return CompletableFuture.completedFuture(new CommandAnswer.Faulty(entry, reason));
  }

  private static CommandAnswer accepted(OutboxEntry entry) {
    return new CommandAnswer.Accepted(entry);
  }

  private CommandAnswer judge(OutboxEntry entry, Throwable failure) {
    Throwable cause = unwrapped(failure);
    if (cause instanceof ClientHttpException http) {
      return isTaskGone(http) ? accepted(entry) : judge(entry, http.code());
    }
    Status status = Status.fromThrowable(cause);
    return switch (status.getCode()) {
      case ALREADY_EXISTS -> accepted(entry);
      // The job or the incident is gone: somebody else was quicker.
      case NOT_FOUND -> accepted(entry);
      case RESOURCE_EXHAUSTED -> new CommandAnswer.Busy(entry);
      default -> new CommandAnswer.Refused(entry, reason(status, cause));
    };
  }

  /** The engine itself says so; a gateway that lacks the path answers 404 without this title. */
  private static boolean isTaskGone(ClientHttpException http) {
    return http.code() == NOT_FOUND
        && http instanceof ProblemException problem
        && "NOT_FOUND".equals(problem.details().getTitle());
  }

  /** The engine may have been replaced by another version since the start. */
  private void askForVersion() {
    client
        .newTopologyRequest()
        .send()
        .thenAccept(topology -> version.learn(topology.getGatewayVersion()));
  }

  private CommandAnswer judge(OutboxEntry entry, int httpStatus) {
    return switch (httpStatus) {
      case NOT_FOUND -> {
        askForVersion();
        yield new CommandAnswer.Refused(entry, "The engine does not serve user tasks there");
      }
      case TOO_MANY_REQUESTS, UNAVAILABLE -> new CommandAnswer.Busy(entry);
      default -> new CommandAnswer.Refused(entry, "The engine answers HTTP " + httpStatus);
    };
  }

  private static String reason(Status status, Throwable cause) {
    return status.getCode() == Status.Code.UNKNOWN
        ? SafeError.describe(cause)
        : "The engine answers " + status.getCode();
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
