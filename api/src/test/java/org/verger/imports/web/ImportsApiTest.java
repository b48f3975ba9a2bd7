package org.verger.imports.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.verger.batch.RunProgress;
import org.verger.imports.ImportId;
import org.verger.imports.NewImport;
import org.verger.imports.ReadImport;
import org.verger.imports.TakeImport;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;

@WebTest
class ImportsApiTest {

  private static final String API = "/api/v1/imports";
  private static final String BOUNDARY = "of-the-form";
  private static final String PEOPLE = "First Name,Last Name\nRuth,Boaz";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final RunProgress UNHEARD =
      (RunProgress)
          Proxy.newProxyInstance(
              RunProgress.class.getClassLoader(),
              new Class<?>[] {RunProgress.class},
              (self, method, given) -> method.getReturnType() == boolean.class ? false : null);

  @LocalServerPort int port;
  @Autowired ReadImport read;
  @Autowired TakeImport take;
  @Autowired Access access;

  private Http admin;

  @BeforeEach
  void signIn() {
    admin = Http.on(port).as("admin@grace.example");
  }

  private static Http.Answer send(Http who, String kind, String content) {
    String body =
        "--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%2$s\r\n"
                .formatted(BOUNDARY, kind)
            + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"C:\\lists\\people.csv\"\r\n"
                .formatted(BOUNDARY)
            + "Content-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n".formatted(BOUNDARY, content);
    return who.with("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .send(API, "POST", body);
  }

  @Test
  void aFileIsTakenAndReadInTheBackground() {
    Http.Answer taken = send(admin, "people", PEOPLE);
    assertThat(taken.status()).isEqualTo(202);
    assertThat(taken.json().get("status").asString()).isEqualTo("reading");
    assertThat(taken.json().get("fileName").asString()).isEqualTo("people.csv");
    String address = API + "/" + taken.json().get("id").asString();
    assertThat(taken.header("Location")).isEqualTo(address);
    assertThat(admin.get(address).json().propertyNames())
        .contains("id", "status", "new", "changed", "same", "duplicates", "rejected");
    assertThat(admin.get(API).json().get("items").valueStream())
        .anyMatch(one -> one.get("id").equals(taken.json().get("id")));
  }

  @Test
  void rejectsComeBackInTheFormOfTheFile() {
    Http.Answer csv =
        admin.get(
            API + "/" + send(admin, "people", PEOPLE).json().get("id").asString() + "/rejects");
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(csv.header("Content-Disposition")).contains("rejects-people.csv");
    UUID id =
        CurrentTenant.call(
                new TenantId("grace"),
                () ->
                    take.take(
                        new NewImport("people", "members.xlsx", null, true, false),
                        new ByteArrayInputStream(workbook()),
                        access.inChargeOf(Area.SYSTEM).getFirst()))
            .id()
            .value();
    Http.Answer xlsx = admin.get(API + "/" + id + "/rejects");
    assertThat(xlsx.status()).isEqualTo(200);
    assertThat(xlsx.header("Content-Type"))
        .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assertThat(xlsx.header("Content-Disposition")).contains("rejects-members.xlsx");
    assertThat(xlsx.body()).startsWith("PK");
  }

  private static byte[] workbook() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "A church", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Members");
      sheet.value(0, 0, "First Name");
      sheet.value(0, 1, "Last Name");
      sheet.value(1, 0, "Ruth");
      sheet.value(1, 1, "Boaz");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  @Test
  void whatIsStillReadCanNeitherBeAppliedNorUndoneNorReadAgain() {
    String address = API + "/" + send(admin, "people", PEOPLE).json().get("id").asString();
    for (String what : List.of("/apply", "/undo", "/read")) {
      Http.Answer refused = admin.post(address + what, Map.of());
      assertThat(refused.status()).as(what).isEqualTo(409);
      assertThat(refused.problem()).isEqualTo("import-state");
    }
  }

  @Test
  void badInputIsRefusedBesideItsField() {
    assertThat(send(admin, "cattle", PEOPLE).json().at("/errors/0/field").asString())
        .isEqualTo("kind");
    assertThat(send(admin, "people", "").json().at("/errors/0/field").asString()).isEqualTo("file");
  }

  @Test
  void anotherChurchAndWhoHasNoRightSeeNothingAndChangeNothing() {
    String address = API + "/" + send(admin, "people", PEOPLE).json().get("id").asString();
    Http foreigner = Http.on(port).as("admin@mercy.example");
    for (String what : List.of("", "/preview", "/rejects")) {
      assertThat(foreigner.get(address + what).status()).as(what).isEqualTo(404);
    }
    for (String what : List.of("/apply", "/undo", "/read")) {
      assertThat(foreigner.post(address + what, Map.of()).status()).as(what).isEqualTo(404);
    }
    assertThat(foreigner.post(address + "/choices", Map.of("choices", List.of())).status())
        .isEqualTo(404);
    Http nobody = Http.on(port).as("nobody@grace.example");
    assertThat(send(nobody, "people", PEOPLE).problem()).isEqualTo("forbidden");
    assertThat(nobody.get(address).problem()).isEqualTo("forbidden");
    assertThat(admin.get(address).json().get("status").asString()).isEqualTo("reading");
  }

  @Test
  void aFileOfOneColleagueIsNotShownToAnother() {
    String address = API + "/" + send(admin, "people", PEOPLE).json().get("id").asString();
    Http leader = Http.on(port).as("campus-leader@grace.example");
    assertThat(leader.get(address).status()).isEqualTo(404);
    assertThat(leader.post(address + "/apply", Map.of()).status()).isEqualTo(404);
  }

  @Test
  void anOrderOfDatesThatNoRowShowsIsShownBeforeTheFileIsApplied() {
    String id =
        send(admin, "contributions", "Date,Amount\r\n05/01/2026,20").json().get("id").asString();
    CurrentTenant.run(
        new TenantId("grace"), () -> read.read(new ImportId(UUID.fromString(id)), UNHEARD));
    assertThat(admin.get(API + "/" + id + "/preview").json().at("/counts/warning").asString())
        .contains("05/01/2026", "month/day/year");
    assertThat(signedIn().get("/imports/" + id).body()).contains("Dates such as 05/01/2026");
  }

  private Http signedIn() {
    Http http = Http.on(port).at("grace.localhost");
    Http.Answer form = http.get("/sign-in");
    Matcher token = CSRF.matcher(form.body());
    assertThat(token.find()).isTrue();
    Http.Answer in =
        http.with("Cookie", Http.cookie(form))
            .submit(
                "/sign-in",
                Map.of(
                    "_csrf",
                    token.group(1),
                    "email",
                    "admin@grace.example",
                    "password",
                    WebTestChurches.PASSWORD));
    return http.with("Cookie", Http.cookie(in));
  }
}
