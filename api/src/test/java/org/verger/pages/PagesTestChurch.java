package org.verger.pages;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.verger.guests.Campaigns;
import org.verger.guests.ConnectForm;
import org.verger.guests.DecisionKind;
import org.verger.guests.Exit;
import org.verger.guests.FollowUpSettings;
import org.verger.guests.FollowUps;
import org.verger.guests.GuestId;
import org.verger.guests.LeaveFunnel;
import org.verger.guests.RecordDecision;
import org.verger.guests.RecordReply;
import org.verger.guests.RecordVisit;
import org.verger.guests.RegisterGuest;
import org.verger.guests.SendFollowUpMessage;
import org.verger.identity.CreateAccount;
import org.verger.messages.Channel;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.Level;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.time.ClockKeeper;
import org.verger.time.MovableClock;

/** A church with guests at every place of the way. */
@Component
class PagesTestChurch {

  static final TenantId CHURCH = new TenantId("olamchurch");
  static final String LEADER = "campus-leader@olamchurch.example";
  static final String PASSWORD = "verger-demo";

  private static final Logger log = LoggerFactory.getLogger(PagesTestChurch.class);
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private final Registry registry;
  private final Follow follow;
  private final MovableClock clock;
  private final ClockKeeper keeper;

  PagesTestChurch(Registry registry, Follow follow, MovableClock clock, ClockKeeper keeper) {
    this.registry = registry;
    this.follow = follow;
    this.clock = clock;
    this.keeper = keeper;
  }

  /** What makes a church. */
  @Component
  record Registry(
      CreateTenant createTenant,
      Units units,
      People people,
      CreateAccount createAccount,
      FollowUps followUps,
      Campaigns campaigns) {}

  /** What happens with guests. */
  @Component
  record Follow(
      RegisterGuest register,
      SendFollowUpMessage send,
      RecordVisit visit,
      RecordReply reply,
      RecordDecision decision,
      LeaveFunnel leave,
      PagesTestEngine engine) {}

  @Bean
  static SignInSuggestion leaderSuggestion() {
    return new SignInSuggestion(
        "Campus leader", "The guests and tasks of one campus", LEADER, PASSWORD);
  }

  @Bean
  static SignInSuggestion groupSuggestion() {
    return new SignInSuggestion(
        "Group leader",
        "The calls of one small group",
        "group-leader@olamchurch.example",
        PASSWORD);
  }

  /** Makes the church, once. */
  void settle() {
    registry
        .createTenant()
        .create(
            new Tenant(
                CHURCH,
                "Olam Church",
                null,
                ZONE,
                List.of("en", "es"),
                "US",
                "USD",
                Tenant.Status.CREATING),
            "test");
    CurrentTenant.run(CHURCH, this::people);
    log.info("The church has settled");
  }

  private void people() {
    Unit nation = registry.units().createRoot("Olam Church");
    Unit region = registry.units().create(nation.id(), Level.REGIONAL, "Midwest");
    Unit campus = registry.units().create(region.id(), Level.CAMPUS, "Lakeview campus");
    PersonId leader =
        registry.people().create(new NewPerson("Grace", "Okafor", LEADER, "+13125550100", "en"));
    registry.people().assign(leader, Role.CAMPUS_LEADER, campus.id());
    registry.createAccount().create(CHURCH, leader.value(), LEADER, "Grace Okafor", PASSWORD);
    FollowUpSettings set = registry.followUps().settings();
    registry
        .followUps()
        .change(
            new FollowUpSettings(
                set.emailAfterDays(),
                set.emailTime(),
                set.callDue(),
                set.escalate(),
                set.invitationDays(),
                set.checkInDays(),
                set.messageTime(),
                set.closeDays(),
                campus.id()));
    registry.campaigns().save(new Campaigns.Campaign("sunday", "Sunday service", campus.id()));
    registry.campaigns().save(new Campaigns.Campaign("harvest", "Harvest festival", campus.id()));
    guests(leader, new CandidateGroup(Role.CAMPUS_LEADER, campus.id()));
  }

  // Messages of the night would all be held.
  private void untilMorning() {
    ZonedDateTime now = clock.instant().atZone(ZONE);
    ZonedDateTime morning = now.toLocalDate().plusDays(1).atTime(9, 30).atZone(ZONE);
    pass(Duration.between(now, morning));
  }

  private void guests(PersonId leader, CandidateGroup leaderGroup) {
    untilMorning();
    GuestId ruth =
        guest("Ruth", "Castellanos", 1, "harvest", "Moved here in May; looking for a choir.");
    GuestId samuel = guest("Samuel", "Achterberg", 2, "sunday", null);
    GuestId naomi = guest("Naomi", "Brightwater", 3, null, null);
    GuestId elias = guest("Elias", "Fontaine", 4, "sunday", null);
    List.of(ruth, samuel, naomi, elias).forEach(this::thank);
    pass(Duration.ofDays(1));
    List.of(ruth, samuel, naomi, elias)
        .forEach(id -> follow.send().send(id, "guest-welcome", Channel.EMAIL));
    follow.visit().record(samuel, "Came with his brother.", leader);
    follow
        .decision()
        .record(naomi, DecisionKind.BAPTISM, "Wants to be baptised at Easter.", leader);
    pass(Duration.ofDays(4));
    follow.leave().leave(elias, Exit.MOVED_AWAY, "To Denver.", leader);
    follow.reply().record(ruth, Channel.SMS, "Thank you! Is there a group near Addison Street?");
    GuestId miriam = guest("Miriam", "Oyelaran-Whitfield", 5, "harvest", null);
    GuestId jonah =
        guest("Jonah", "Kim", 6, "sunday", "Please pray for my father, he is in hospital.");
    List.of(miriam, jonah).forEach(this::thank);
    pass(Duration.ofHours(36));
    guest("Lydia", "Marchetti", 7, "sunday", null);
    guest("Peter", "Vandermeer", 8, null, null);
    thank(guest("Tabea", "Lindqvist", 9, "harvest", null));
    pass(Duration.ofHours(2));
    follow.engine().deploy();
    follow.engine().run(ruth, leaderGroup, "Task_AnswerReply");
    follow.engine().run(jonah, leaderGroup, "Task_CallGuest");
    follow.engine().run(miriam, leaderGroup, "Task_CallGuestAsLeader");
    follow.engine().run(naomi, leaderGroup, "Task_PlanDiscipleship");
  }

  private void thank(GuestId guest) {
    follow.send().send(guest, "guest-thank-you", Channel.SMS);
  }

  private GuestId guest(
      String first, String last, int number, @Nullable String campaign, @Nullable String note) {
    return follow
        .register()
        .register(
            new ConnectForm(
                first,
                last,
                "(312) 555-01%02d".formatted(number),
                first.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                number == 1 ? "es" : "en",
                campaign,
                new ConnectForm.Consent(number != 9, true),
                note));
  }

  private void pass(Duration time) {
    keeper.advance(time);
  }
}
