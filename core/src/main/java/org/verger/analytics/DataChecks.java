package org.verger.analytics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is looked at before figures are made. */
@Configuration(proxyBeanMethods = false)
class DataChecks {

  private static final boolean HOLDS = true;
  private static final boolean IS_NOTED = false;

  /** A check that is all told in words. */
  record Told(
      String name, Subject subject, boolean holds, String what, String remedy, String records)
      implements DataCheck {}

  @Bean
  DataCheck giftsWithoutFund() {
    return new Told(
        "gifts-without-fund",
        Subject.GIVING,
        HOLDS,
        "Gifts without a fund",
        "Say which fund they were given to.",
        """
        SELECT id::text FROM contribution
        WHERE given_on IN (SELECT day FROM changed) AND fund_id IS NULL
        """);
  }

  @Bean
  DataCheck giftsInTheFuture() {
    return new Told(
        "gifts-in-the-future",
        Subject.GIVING,
        IS_NOTED,
        "Gifts dated in the future",
        "Correct the day, or leave it: such a gift counts when its day has come.",
        "SELECT id::text FROM contribution WHERE given_on > :today");
  }

  @Bean
  DataCheck attendanceAboveHeadcount() {
    return new Told(
        "attendance-above-headcount",
        Subject.ATTENDANCE,
        HOLDS,
        "Gatherings with more people known to be there than were counted",
        "Correct the headcount, or who was there.",
        """
        SELECT id::text FROM gathering g
        WHERE held_on IN (SELECT day FROM changed)
          AND headcount < (SELECT count(*) FROM attendance a WHERE a.gathering_id = g.id)
        """);
  }

  @Bean
  DataCheck gatheringsNobodyCounted() {
    return new Told(
        "gatherings-not-counted",
        Subject.ATTENDANCE,
        IS_NOTED,
        "Gatherings without a headcount and without anybody known to be there",
        "Enter how many there were.",
        """
        SELECT id::text FROM gathering g
        WHERE held_on IN (SELECT day FROM changed) AND headcount IS NULL
          AND NOT EXISTS (SELECT FROM attendance a WHERE a.gathering_id = g.id)
        """);
  }

  @Bean
  DataCheck membersOfEndedGroups() {
    return new Told(
        "members-of-ended-groups",
        Subject.RETENTION,
        IS_NOTED,
        "People who still belong to a group that has ended",
        "Enter when they left it.",
        """
        SELECT DISTINCT m.person_id::text
        FROM group_member m JOIN ministry_group g ON g.id = m.group_id AND NOT g.active
        WHERE m.since IN (SELECT day FROM changed) AND (m.until IS NULL OR m.until > :today)
        """);
  }

  @Bean
  DataCheck contactsBeforeTheForm() {
    return new Told(
        "contacts-before-the-form",
        Subject.FUNNEL,
        IS_NOTED,
        "Guests who were contacted before they came",
        "Correct when they came; until then they count as contacted at once.",
        """
        SELECT DISTINCT g.id::text
        FROM guest g JOIN guest_stage_change c ON c.guest_id = g.id AND c.at < g.created_at
        WHERE (g.created_at AT TIME ZONE :zone)::date IN (SELECT day FROM changed)
          AND c.to_stage IN ('contacted', 'connected', 'decided', 'in-discipleship', 'member')
        """);
  }

  @Bean
  DataCheck decisionsBeforeTheQuestion() {
    return new Told(
        "decisions-before-the-question",
        Subject.APPROVALS,
        HOLDS,
        "Requests decided before they were asked",
        "Correct the times of the step.",
        """
        SELECT DISTINCT request_id::text FROM request_step
        WHERE decided_at < opened_at
          AND (decided_at AT TIME ZONE :zone)::date IN (SELECT day FROM changed)
        """);
  }

  @Bean
  DataCheck messagesOnTheirWay() {
    return new Told(
        "messages-on-their-way",
        Subject.MESSAGES,
        IS_NOTED,
        "Messages of days gone by of which nobody knows whether they were sent",
        "Look at the channel's state on the page Messages.",
        """
        SELECT id::text FROM message_delivery
        WHERE status = 'sending' AND (created_at AT TIME ZONE :zone)::date < :today
          AND (created_at AT TIME ZONE :zone)::date IN (SELECT day FROM changed)
        """);
  }
}
