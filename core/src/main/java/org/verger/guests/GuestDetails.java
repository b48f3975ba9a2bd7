package org.verger.guests;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.MessageEntry;
import org.verger.messages.MessageFilter;
import org.verger.messages.MessageLog;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** Everything about one guest. */
@Component
public class GuestDetails {

  private final JdbcClient jdbc;
  private final GuestTimeline timeline;
  private final FollowUps followUps;
  private final MessageLog messages;
  private final Access access;
  private final Clock clock;

  GuestDetails(
      JdbcClient jdbc,
      GuestTimeline timeline,
      FollowUps followUps,
      MessageLog messages,
      Access access,
      Clock clock) {
    this.jdbc = jdbc;
    this.timeline = timeline;
    this.followUps = followUps;
    this.messages = messages;
    this.access = access;
    this.clock = clock;
  }

  /** The guest, if there is one that the person may see. */
  @Transactional(readOnly = true)
  public Optional<GuestView> find(GuestId id, PersonId by) {
    return access.reaches(by, id.toString()) ? find(id) : Optional.empty();
  }

  @Transactional(readOnly = true)
  Optional<GuestView> find(GuestId id) {
    return jdbc.sql(
            """
            SELECT g.id, g.first_name, g.last_name, g.phone, g.email, g.language, g.campaign,
              g.unit_id, g.stage, g.stage_since, g.version, u.name AS unit_name
            FROM guest g LEFT JOIN unit u ON u.id = g.unit_id WHERE g.id = ?
            """)
        .param(id.value())
        .query(
            (row, number) -> new Found(GuestRecords.read(row, number), row.getString("unit_name")))
        .optional()
        .map(found -> view(found.guest(), found.unit()));
  }

  private record Found(Guest guest, @Nullable String unit) {}

  private GuestView view(Guest guest, @Nullable String unit) {
    List<MessageEntry> sent =
        messages.list(MessageFilter.about(guest.id().toString()), Reach.EVERYTHING).items();
    List<GuestView.TimelineEntry> past = timeline.of(guest.id(), sent);
    return new GuestView(
        guest.id().toString(),
        guest.firstName(),
        guest.lastName(),
        guest.phone(),
        guest.email(),
        guest.language(),
        guest.stage().code(),
        guest.stageSince(),
        guest.campaign(),
        unit,
        guest.version(),
        past,
        followUps
            .of(guest.id())
            .map(followUp -> NextSteps.of(followUp, guest.stage(), past, sent, clock.instant()))
            .orElse(List.of()));
  }
}
