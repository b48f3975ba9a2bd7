package org.verger.engine;

import org.verger.outbox.OutboxEntry;

/** What the engine said to a command from the outbox. */
sealed interface CommandAnswer {

  /** The command that was handed over. */
  OutboxEntry entry();

  /** It is done, now or by an earlier attempt. */
  record Accepted(OutboxEntry entry) implements CommandAnswer {}

  /** The engine has too much to do; the command is as good as any other, only later. */
  record Busy(OutboxEntry entry) implements CommandAnswer {}

  /** It is not done; {@code reason} holds no variables. */
  record Refused(OutboxEntry entry, String reason) implements CommandAnswer {}

  /** The engine was not asked: no such command can be sent. {@code reason} as above. */
  record Faulty(OutboxEntry entry, String reason) implements CommandAnswer {}
}
