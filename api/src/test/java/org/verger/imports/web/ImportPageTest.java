package org.verger.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.ImportFile;
import org.verger.imports.NewImport;
import org.verger.imports.TakeImport;
import org.verger.imports.WorkOnImport;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Visitor;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

/** An import and its run lead to each other, for those who may see them. */
@WebTest
class ImportPageTest {

  private static final TenantId GRACE = new TenantId("grace");

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;
  @Autowired TakeImport take;
  @Autowired WorkOnImport work;
  @Autowired Access access;
  @Autowired JdbcClient jdbc;

  @Test
  void theImportLeadsToItsRunAndTheRunBack() {
    ImportFile file = send();
    Visitor admin = Visitor.signedIn(port, "admin@grace.example");
    assertThat(admin.get("/imports/" + file.id()).body())
        .contains("href=\"/batch/runs/" + run(file) + "\"");
    assertThat(admin.get("/batch/runs/" + run(file)).body())
        .contains("href=\"/imports/" + file.id() + "\"")
        .contains("members.csv");
  }

  @Test
  void whoMayLookAtRunsButNotAtTheImportIsNotLedThereNorToldItsName() {
    churches.member("run-looker@grace.example", "national-director");
    ImportFile file = send();
    assertThat(Visitor.signedIn(port, "run-looker@grace.example").get("/batch/runs/" + run(file)))
        .satisfies(page -> assertThat(page.status()).isEqualTo(200))
        .satisfies(
            page -> assertThat(page.body()).doesNotContain("members.csv", "href=\"/imports/"));
  }

  @Test
  void aRunThatFailedIsSaidOnThePageThatWaitsForIt() {
    ImportFile file = send();
    Visitor admin = Visitor.signedIn(port, "admin@grace.example");
    assertThat(admin.get("/imports/" + file.id()).body()).doesNotContain("has ended");
    jdbc.sql("UPDATE shared.batch_run SET state = 'failed' WHERE id = ?").param(run(file)).update();
    assertThat(admin.get("/imports/" + file.id()).body())
        .contains("has ended without finishing (failed)");
  }

  private ImportFile send() {
    byte[] people = "First Name,Last Name\nRuth,Boaz".getBytes(StandardCharsets.UTF_8);
    return CurrentTenant.call(
        GRACE,
        () ->
            take.take(
                new NewImport("people", "members.csv", null, true, false),
                new ByteArrayInputStream(people),
                access.inChargeOf(Area.SYSTEM).getFirst()));
  }

  private UUID run(ImportFile file) {
    return CurrentTenant.call(GRACE, () -> work.latest(file).orElseThrow().id());
  }
}
