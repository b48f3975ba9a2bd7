package org.verger.messages;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote, each message once. */
@Component
class Inbox {

  private final JdbcClient jdbc;
  private final StopList stopList;
  private final Consents consents;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Inbox(
      JdbcClient jdbc,
      StopList stopList,
      Consents consents,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.stopList = stopList;
    this.consents = consents;
    this.events = events;
    this.clock = clock;
  }

  /** A message that is in the inbox now, or was before. */
  record Stored(UUID id, MessageReceived.Kind kind) {}

  @Transactional
  public Stored store(InboundMessage message, String address) {
    MessageReceived received =
        new MessageReceived(
            UUID.randomUUID(),
            kind(message),
            message.channel(),
            address,
            message.text().replace("\0", ""),
            Instant.now(clock));
    if (!insert(received, message.providerId())) {
      return earlier(String.valueOf(message.providerId()));
    }
    obey(received);
    events.publishEvent(received);
    return new Stored(received.id(), received.kind());
  }

  private boolean insert(MessageReceived received, @Nullable String providerId) {
    return jdbc.sql(
                """
                INSERT INTO message_inbound (id, provider_id, channel, address, text, kind, at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (provider_id) DO NOTHING
                """)
            .param(received.id())
            .param(providerId)
            .param(received.channel().code())
            .param(received.address())
            .param(received.text())
            .param(received.kind().name())
            .param(Timestamp.from(received.at()))
            .update()
        > 0;
  }

  private Stored earlier(String providerId) {
    return jdbc.sql("SELECT id, kind FROM message_inbound WHERE provider_id = ?")
        .param(providerId)
        .query(
            (row, number) ->
                new Stored(
                    row.getObject("id", UUID.class),
                    MessageReceived.Kind.valueOf(row.getString("kind"))))
        .single();
  }

  private void obey(MessageReceived received) {
    if (received.kind() == MessageReceived.Kind.STOP) {
      stopList.add(received.address(), "stop-keyword");
      consents.record(received.channel(), received.address(), false, "stop-keyword");
    } else if (received.kind() == MessageReceived.Kind.START) {
      stopList.remove(received.address());
      consents.record(received.channel(), received.address(), true, "start-keyword");
    }
  }

  // Somebody who writes "help" in an e-mail asks a person and not a machine.
  private static MessageReceived.Kind kind(InboundMessage message) {
    return Keyword.in(message.text())
        .map(keyword -> MessageReceived.Kind.valueOf(keyword.name()))
        .filter(kind -> kind != MessageReceived.Kind.HELP || message.channel() == Channel.SMS)
        .orElse(MessageReceived.Kind.REPLY);
  }
}
