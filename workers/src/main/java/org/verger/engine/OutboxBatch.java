package org.verger.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.deployment.RunsInRole;
import org.verger.outbox.OutboxQueue;

/** Hands over what is due, all of it in flight together, in one transaction. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class OutboxBatch {

  private static final Logger log = LoggerFactory.getLogger(OutboxBatch.class);

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

  /**
   * How many commands were accepted, how many were not because the engine is busy, or else, and how
   * many it was not asked about.
   */
  record Result(int accepted, int busy, int refused, int faulty) {

    static Result of(List<CommandAnswer> answers) {
      return new Result(
          count(answers, CommandAnswer.Accepted.class),
          count(answers, CommandAnswer.Busy.class),
          count(answers, CommandAnswer.Refused.class),
          count(answers, CommandAnswer.Faulty.class));
    }

    private static int count(List<CommandAnswer> answers, Class<? extends CommandAnswer> kind) {
      return (int) answers.stream().filter(kind::isInstance).count();
    }

    boolean isEmpty() {
      return accepted + busy + refused + faulty == 0;
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
    List<Long> accepted = new ArrayList<>();
    for (CommandAnswer answer : answers) {
      switch (answer) {
        case CommandAnswer.Accepted done -> accepted.add(done.entry().id());
        case CommandAnswer.Busy later -> log.trace("Command {} waits", later.entry().id());
        case CommandAnswer.Refused refused -> queue.putOff(refused.entry(), refused.reason());
        case CommandAnswer.Faulty faulty -> {
          log.error("Command {} cannot be sent: {}", faulty.entry().id(), faulty.reason());
          queue.putOff(faulty.entry(), faulty.reason());
        }
      }
      metrics.answered(answer);
    }
    queue.remove(accepted);
    return Result.of(answers);
  }
}
