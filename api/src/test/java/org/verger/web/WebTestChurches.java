package org.verger.web;

import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.verger.identity.CreateAccount;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.testing.TestTenants;

/**
 * Two churches, "grace" and "mercy", and their people: {@code <role>@<church>.example}, each with
 * that role at the church's root, and {@code nobody@…} with none. {@code both@shared.example} has
 * an account in each.
 */
public class WebTestChurches {

  /** The password of all accounts. */
  public static final String PASSWORD = "verger-demo";

  /** The platform's administrator. */
  public static final String ROOT = "root@platform.example";

  private final CreateTenant createTenant;
  private final CreateAccount createAccount;
  private final People people;
  private final Units units;

  WebTestChurches(
      CreateTenant createTenant, CreateAccount createAccount, People people, Units units) {
    this.createTenant = createTenant;
    this.createAccount = createAccount;
    this.people = people;
    this.units = units;
  }

  @EventListener(ApplicationReadyEvent.class)
  void takeIn() {
    for (String church : new String[] {"grace", "mercy"}) {
      createTenant.create(TestTenants.church(church), "test");
      TenantId tenant = new TenantId(church);
      Unit root = CurrentTenant.call(tenant, () -> units.createRoot("Church " + church));
      for (String role : new String[] {"admin", "operator", "campus-leader"}) {
        UUID person = person(tenant, role + "@" + church + ".example", role, root);
        createAccount.create(tenant, person, role + "@" + church + ".example", role, PASSWORD);
      }
      createAccount.create(tenant, null, "nobody@" + church + ".example", "Nobody", PASSWORD);
      createAccount.create(tenant, null, "both@shared.example", "Both", PASSWORD);
    }
  }

  /** A new person with an account and a role at the root of "grace". */
  public PersonId member(String email, String role) {
    TenantId tenant = new TenantId("grace");
    Unit root = CurrentTenant.call(tenant, () -> units.root().orElseThrow());
    UUID person = person(tenant, email, role, root);
    createAccount.create(tenant, person, email, "Member", PASSWORD);
    return new PersonId(person);
  }

  /** Takes the role at the root of "grace" away. */
  public void relieve(PersonId person, String role) {
    CurrentTenant.run(
        new TenantId("grace"),
        () -> people.relieve(person, new Role(role), units.root().orElseThrow().id()));
  }

  private UUID person(TenantId tenant, String email, String role, Unit root) {
    return CurrentTenant.call(
        tenant,
        () -> {
          PersonId id = people.create(new NewPerson("Ruth", "Example", email, null, "en"));
          people.assign(id, new Role(role), root.id());
          return id.value();
        });
  }
}
