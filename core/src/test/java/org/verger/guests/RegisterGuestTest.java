package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.Consents;
import org.verger.testing.Church;

class RegisterGuestTest extends GuestTest {

  @Autowired Consents consents;
  @Autowired Campaigns campaigns;

  @Test
  void aFormMakesAGuestAndStartsOneFollowUp() {
    GuestId guest = register();
    GuestView view = view(guest);
    assertThat(view.stage()).isEqualTo("new");
    assertThat(view.phone()).isEqualTo(PHONE);
    assertThat(view.timeline())
        .extracting(GuestView.TimelineEntry::kind)
        .containsExactlyInAnyOrder("stage", "connect-form");
    assertPublished(guest, "guest-registered", 1);
  }

  @Test
  void theProcessIsToldIdsAndInstantsAndNothingPersonal() {
    String command = commands(register()).getFirst();
    assertThat(command)
        .contains("thankYouAt", "emailAt", "callDueAt", "escalateAt", "invitationAt")
        .contains("checkInAt", "closeAt", "guestId", "tenantId", "subjectId")
        .doesNotContain("Ana", "Ruiz", PHONE, EMAIL, "choir");
  }

  @Test
  void theSamePhoneOrTheSameEmailIsTheSamePerson() {
    GuestId guest = register();
    assertThat(registered("(312) 555-0123", null)).isEqualTo(guest);
    assertThat(registered(null, "ANA@example.org")).isEqualTo(guest);
    assertThat(church.count("SELECT count(*) FROM guest")).isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM guest_follow_up")).isEqualTo(1);
    assertPublished(guest, "guest-registered", 1);
    assertThat(view(guest).timeline())
        .filteredOn(entry -> entry.kind().equals("connect-form"))
        .hasSize(3);
  }

  @Test
  void aLaterFormAddsWhatWasMissing() {
    GuestId guest = registered(PHONE, null);
    int version = view(guest).version();
    assertThat(registered(PHONE, EMAIL)).isEqualTo(guest);
    assertThat(view(guest).email()).isEqualTo(EMAIL);
    assertThat(view(guest).version()).isGreaterThan(version);
    assertThat(registered(null, EMAIL)).isEqualTo(guest);
  }

  @Test
  void aLaterFormCanGiveAConsentAndTakesNoneBack() {
    register();
    church.run(
        () ->
            registerGuest.register(
                new ConnectForm("Ana", null, PHONE, null, null, null, null, null)));
    assertThat(church.call(() -> consents.of(PHONE)))
        .extracting(Consents.Consent::granted)
        .containsExactly(true);
  }

  @Test
  void thePhoneOfOneAndTheEmailOfAnotherIsThePhonesOwnerAndAPossibleDuplicate() {
    GuestId byPhone = registered(PHONE, null);
    GuestId byEmail = registered(null, EMAIL);
    assertThat(registered(PHONE, EMAIL)).isEqualTo(byPhone);
    assertThat(
            church.count(
                "SELECT count(*) FROM guest_possible_duplicate WHERE guest_id = ? AND other_id = ?",
                byPhone.value(),
                byEmail.value()))
        .isEqualTo(1);
    assertThat(view(byPhone).email()).isNull();
  }

  @Test
  void aHundredFormsAtOnceAreOneGuestAndOneFollowUp() throws Exception {
    List<Callable<GuestId>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int kind = i % 3;
      calls.add(() -> registered(kind == 1 ? null : PHONE, kind == 0 ? null : EMAIL));
    }
    Set<GuestId> guests = new HashSet<>(atOnce(calls));
    // A form with the phone and one with the e-mail can each come before the form with both.
    assertThat(guests).hasSizeBetween(1, 2);
    assertThat(church.count("SELECT count(*) FROM guest")).isEqualTo(guests.size());
    assertThat(church.count("SELECT count(*) FROM guest_follow_up")).isEqualTo(guests.size());
    guests.forEach(guest -> assertPublished(guest, "guest-registered", 1));
  }

  @Test
  void manyFormsOfManyPeopleAtOnceAreOneFollowUpEach() throws Exception {
    List<Callable<GuestId>> calls = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int person = i % 50;
      calls.add(
          () -> registered("+1312555%04d".formatted(person), "guest" + person + "@example.org"));
    }
    assertThat(new HashSet<>(atOnce(calls))).hasSize(50);
    assertThat(church.count("SELECT count(*) FROM guest_follow_up")).isEqualTo(50);
  }

  @Test
  void everyFieldThatIsWrongIsNamedAtOnce() {
    ConnectForm wrong =
        new ConnectForm(
            " ", "x".repeat(81), "12", "nobody", "fr", "not a code!", null, "n".repeat(2001));
    InvalidConnectFormException refused = refusal(wrong);
    assertThat(refused.errors())
        .containsOnlyKeys("firstName", "lastName", "phone", "email", "language", "campaign", "note")
        .hasEntrySatisfying("language", text -> assertThat(text).contains("en, es"));
    assertThat(refused).hasMessageNotContaining("nobody");
    assertThat(church.count("SELECT count(*) FROM guest")).isZero();
  }

  @Test
  void aPhoneOrAnEmailIsNeeded() {
    assertThat(refusal(Forms.form(" ", null)).errors()).containsOnlyKeys("phone");
  }

  @Test
  void aNameThatCarriesALinkIsRefused() {
    ConnectForm spam =
        new ConnectForm("Win at evil.com", null, PHONE, null, null, null, null, null);
    assertThat(refusal(spam).errors()).containsOnlyKeys("firstName");
    for (String name : List.of("J. R.", "O'Neill", "Nguyễn Văn", "Anne-Marie", "李", "Chidi")) {
      ConnectForm good = new ConnectForm(name, null, PHONE, null, null, null, null, null);
      church.run(() -> registerGuest.register(good));
    }
  }

  @Test
  void textThatADatabaseCannotHoldIsCleaned() {
    ConnectForm odd =
        new ConnectForm("Ana", null, PHONE, null, null, null, null, "a\u0000b\uD800c");
    GuestId guest = church.call(() -> registerGuest.register(odd));
    assertThat(view(guest).timeline()).extracting(GuestView.TimelineEntry::detail).contains("abc");
  }

  @Test
  void theCampaignSaysWhichUnitCares() {
    church.run(
        () ->
            campaigns.save(new Campaigns.Campaign("easter", "Easter service", tree.uptown().id())));
    GuestId guest = church.call(() -> registerGuest.register(withCampaign("Easter")));
    assertThat(view(guest).campaign()).isEqualTo("easter");
    assertThat(view(guest).unit()).isEqualTo("Uptown");
  }

  @Test
  void anUnknownCampaignIsKeptAndCostsNoGuest() {
    GuestId guest = church.call(() -> registerGuest.register(withCampaign("old-card")));
    assertThat(view(guest).campaign()).isEqualTo("old-card");
    assertThat(view(guest).unit()).isEqualTo("Nation");
  }

  @Test
  void twoChurchesKnowThePersonEachForItself() {
    Church other = newChurch();
    GuestId here = register();
    GuestId there = other.call(() -> registerGuest.register(Forms.form(PHONE, EMAIL)));
    assertThat(there).isNotEqualTo(here);
    assertThat(other.count("SELECT count(*) FROM guest")).isEqualTo(1);
    assertThatThrownBy(() -> other.call(() -> guestDetails.find(here)).orElseThrow())
        .isInstanceOf(java.util.NoSuchElementException.class);
  }

  private static ConnectForm withCampaign(String code) {
    return new ConnectForm("Ana", null, PHONE, null, null, code, null, null);
  }

  private GuestId registered(
      @org.jspecify.annotations.Nullable String phone,
      @org.jspecify.annotations.Nullable String email) {
    return church.call(() -> registerGuest.register(Forms.form(phone, email)));
  }

  private InvalidConnectFormException refusal(ConnectForm form) {
    return catchThrowableOfType(
        InvalidConnectFormException.class, () -> church.run(() -> registerGuest.register(form)));
  }

  private static List<GuestId> atOnce(List<Callable<GuestId>> calls) throws Exception {
    List<GuestId> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<GuestId> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
