package org.verger.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.expenses.BudgetLines;
import org.verger.guests.Campaigns;
import org.verger.identity.CreateAccount;
import org.verger.money.Money;
import org.verger.organisation.Level;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;

/**
 * Makes the church of the demo once: one line of units, from the nation down to a group, and a
 * person with an account for each role.
 */
@Component
@ConditionalOnBooleanProperty("verger.demo")
class DemoChurch {

  private static final Logger log = LoggerFactory.getLogger(DemoChurch.class);
  static final TenantId ID = new TenantId("olamchurch");

  private static final long OUTREACH_CENTS = 2_000_000;

  private final CreateTenant createTenant;
  private final Tenants tenants;
  private final CreateAccount createAccount;
  private final TransactionTemplate transaction;
  private final Parts parts;

  DemoChurch(
      CreateTenant createTenant,
      Tenants tenants,
      CreateAccount createAccount,
      TransactionTemplate transaction,
      Parts parts) {
    this.createTenant = createTenant;
    this.tenants = tenants;
    this.createAccount = createAccount;
    this.transaction = transaction;
    this.parts = parts;
  }

  /** What a church is furnished with. */
  @Component
  @ConditionalOnBooleanProperty("verger.demo")
  record Parts(
      Units units,
      People people,
      Campaigns campaigns,
      BudgetLines budget,
      DemoFamilies families,
      JdbcClient jdbc) {}

  @EventListener(ApplicationStartedEvent.class)
  @Order(1)
  void makeOnce() {
    if (tenants.find(ID).isEmpty()) {
      createTenant.create(church(), "demo");
    }
    people().forEach(this::account);
    createAccount.create(
        null, null, DemoAccounts.PLATFORM, "Platform administrator", DemoAccounts.PASSWORD);
    log.info("The demo church {} is there", ID);
  }

  private record DemoPerson(UUID id, String email, String name) {}

  // Accounts are shared: a church's role may not write them, so they come after its transaction.
  private List<DemoPerson> people() {
    return CurrentTenant.call(
        ID,
        () ->
            transaction.execute(
                status -> {
                  furnishOnce();
                  enterFamiliesOnce();
                  return parts
                      .jdbc()
                      .sql(
                          """
                          SELECT id, email, given_name || ' ' || family_name AS name FROM person
                          WHERE email LIKE '%@olamchurch.example'
                          """)
                      .query(DemoPerson.class)
                      .list();
                }));
  }

  private void account(DemoPerson person) {
    createAccount.create(ID, person.id(), person.email(), person.name(), DemoAccounts.PASSWORD);
  }

  private static Tenant church() {
    return new Tenant(
        ID,
        "Olam Church",
        null,
        ZoneId.of("America/Chicago"),
        List.of("en", "es"),
        "US",
        "USD",
        Tenant.Status.CREATING);
  }

  private void furnishOnce() {
    if (parts.units().root().isPresent()) {
      return;
    }
    Unit nation = parts.units().createRoot("Olam Church");
    Unit region = parts.units().create(nation.id(), Level.REGIONAL, "Midwest");
    Unit campus = parts.units().create(region.id(), Level.CAMPUS, "Chicago");
    Unit group = parts.units().create(campus.id(), Level.GROUP, "Lincoln Square group");
    Map.of(
            Role.ADMIN, nation,
            Role.OPERATOR, nation,
            Role.NATIONAL_DIRECTOR, nation,
            Role.FINANCE_DIRECTOR, nation,
            Role.REGIONAL_DIRECTOR, region,
            Role.CAMPUS_LEADER, campus,
            Role.GROUP_LEADER, group)
        .forEach(this::person);
    parts.campaigns().save(new Campaigns.Campaign("easter", "Easter service", group.id()));
    parts.campaigns().save(new Campaigns.Campaign("open-door", "Open door Sunday", group.id()));
    parts.budget().keep(campus.id(), "outreach", "Outreach", Money.ofMinor(OUTREACH_CENTS, "USD"));
  }

  private void enterFamiliesOnce() {
    List<Unit> units = parts.units().all();
    boolean there =
        parts.jdbc().sql("SELECT EXISTS (SELECT FROM household)").query(Boolean.class).single();
    if (!there) {
      parts
          .families()
          .enter(administrator(), lowest(units, Level.CAMPUS), lowest(units, Level.GROUP));
    }
  }

  private PersonId administrator() {
    return parts.people().holders(Reach.EVERYTHING).stream()
        .filter(holder -> holder.role().equals(Role.ADMIN))
        .findFirst()
        .orElseThrow()
        .person();
  }

  private static UnitId lowest(List<Unit> units, Level level) {
    return units.stream().filter(unit -> unit.level() == level).findFirst().orElseThrow().id();
  }

  private void person(Role role, Unit unit) {
    String email = DemoAccounts.email(role);
    String name = NAMES.getOrDefault(role, "Alex");
    PersonId person = parts.people().create(new NewPerson(name, family(role), email, null, "en"));
    parts.people().assign(person, role, unit.id());
  }

  private static final Map<Role, String> NAMES =
      Map.of(
          Role.ADMIN, "Miriam",
          Role.OPERATOR, "Jonah",
          Role.GROUP_LEADER, "Tabitha",
          Role.CAMPUS_LEADER, "Stephen",
          Role.REGIONAL_DIRECTOR, "Lydia",
          Role.NATIONAL_DIRECTOR, "Samuel",
          Role.FINANCE_DIRECTOR, "Joanna");

  private static String family(Role role) {
    String words = role.value().replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
