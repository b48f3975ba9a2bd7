package org.verger.guests;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.verger.messages.MessageSettings;
import org.verger.tenants.Tenants;

/** Plans follow-ups for the current church. */
@Component
class Schedules {

  private final FollowUps followUps;
  private final MessageSettings messageSettings;
  private final Tenants tenants;
  private final Clock clock;

  Schedules(FollowUps followUps, MessageSettings messageSettings, Tenants tenants, Clock clock) {
    this.followUps = followUps;
    this.messageSettings = messageSettings;
    this.tenants = tenants;
    this.clock = clock;
  }

  record Plan(Instant now, FollowUpSchedule schedule) {}

  Plan next() {
    Instant now = Instant.now(clock);
    return new Plan(
        now,
        FollowUpSchedule.plan(
            now, tenants.current().zone(), messageSettings.quietHours(), followUps.settings()));
  }
}
