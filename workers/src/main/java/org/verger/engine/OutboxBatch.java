package org.verger.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.deployment.RunsInRole;
import org.verger.outbox.OutboxEntry;
import org.verger.outbox.OutboxQueue;

/** Hands over what is due, all of it in flight together, in one transaction. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class OutboxBatch {

  private final OutboxQueue queue;
  private final TransactionTemplate transaction;
  private final CommandSender sender;
  private final OutboxMetrics metrics;

  OutboxBatch(
      OutboxQueue queue,
      TransactionTemplate transaction,
      CommandSender sender,
      OutboxMetrics metrics) {
    this.queue = queue;
    this.transaction = transaction;
    this.sender = sender;
    this.metrics = metrics;
  }

  /** How many commands were accepted and how many were put off. */
  record Result(int accepted, int refused) {

    boolean isEmpty() {
      return accepted + refused == 0;
    }

    boolean isHopeless() {
      return accepted == 0 && refused > 0;
    }
  }

  Result handOver(int most) {
    return transaction.execute(
        status -> {
          List<CompletableFuture<CommandAnswer>> inFlight =
              queue.claim(most).stream().map(sender::send).toList();
          return settle(inFlight.stream().map(CompletableFuture::join).toList());
        });
  }

  private Result settle(List<CommandAnswer> answers) {
    List<Long> accepted =
        answers.stream()
            .filter(CommandAnswer.Accepted.class::isInstance)
            .map(answer -> answer.entry().id())
            .toList();
    queue.remove(accepted);
    for (CommandAnswer answer : answers) {
      if (answer instanceof CommandAnswer.Refused(OutboxEntry entry, String reason)) {
        queue.putOff(entry, reason);
      }
    }
    answers.forEach(metrics::answered);
    return new Result(accepted.size(), answers.size() - accepted.size());
  }
}
