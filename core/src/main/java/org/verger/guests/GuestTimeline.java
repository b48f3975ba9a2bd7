package org.verger.guests;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.guests.GuestView.TimelineEntry;
import org.verger.messages.MessageEntry;

/** What happened with a guest: stages, activities and messages in one row. */
@Component
class GuestTimeline {

  private final JdbcClient jdbc;

  GuestTimeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<TimelineEntry> of(GuestId guest, List<MessageEntry> messages) {
    return Stream.of(
            stages(guest).stream(),
            activities(guest).stream(),
            messages.stream().map(GuestTimeline::entry))
        .flatMap(entries -> entries)
        .sorted(Comparator.comparing(TimelineEntry::at).reversed())
        .toList();
  }

  private List<TimelineEntry> stages(GuestId guest) {
    return jdbc.sql(
            """
            SELECT at, to_stage, cause FROM guest_stage_change WHERE guest_id = ? ORDER BY id DESC
            """)
        .param(guest.value())
        .query(
            (row, number) ->
                new TimelineEntry(
                    row.getTimestamp("at").toInstant(),
                    "stage",
                    Stage.of(row.getString("to_stage")).label(),
                    null,
                    row.getString("cause")))
        .list();
  }

  private List<TimelineEntry> activities(GuestId guest) {
    return jdbc.sql(
            """
            SELECT a.at, a.kind, a.result, a.detail,
              concat_ws(' ', p.given_name, nullif(p.family_name, '')) AS person
            FROM guest_activity a LEFT JOIN person p ON p.id = a.person_id
            WHERE a.guest_id = ? ORDER BY a.id DESC
            """)
        .param(guest.value())
        .query(
            (row, number) ->
                new TimelineEntry(
                    row.getTimestamp("at").toInstant(),
                    row.getString("kind"),
                    title(ActivityKind.of(row.getString("kind")), row.getString("person")),
                    row.getString("detail"),
                    row.getString("result")))
        .list();
  }

  private static String title(ActivityKind kind, String person) {
    return person.isEmpty() ? kind.title() : kind.title() + ", " + person;
  }

  private static TimelineEntry entry(MessageEntry message) {
    String channel = message.channel().equals("sms") ? "SMS" : "E-mail";
    @Nullable String reason = message.reason();
    return new TimelineEntry(
        message.at(),
        "message",
        channel + " " + message.template(),
        message.body(),
        reason == null ? message.status() : message.status() + ": " + reason);
  }
}
