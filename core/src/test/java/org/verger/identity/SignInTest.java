package org.verger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verger.testing.TestTenants.church;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.verger.tenants.ChangeTenantStatus;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;
import org.verger.testing.CoreTestApplication;
import org.verger.time.MovableClock;
import org.verger.validation.InvalidInputException;

@SpringBootTest(classes = CoreTestApplication.class)
class SignInTest {

  private static final String PASSWORD = "verger-demo";
  private static final TenantId HOPE = new TenantId("hope");
  private static final TenantId FAITH = new TenantId("faith");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired SignIn signIn;
  @Autowired Accounts accounts;
  @Autowired CreateAccount createAccount;
  @Autowired CreateTenant createTenant;
  @Autowired ChangeTenantStatus changeStatus;
  @Autowired Tenants tenants;
  @Autowired LockOut lockOut;
  @Autowired PasswordEncoder passwords;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private final String email = "ruth" + NUMBER.incrementAndGet() + "@example.org";

  @BeforeEach
  void takeIn() {
    if (tenants.find(HOPE).isEmpty()) {
      createTenant.create(church("hope"), "test");
      createTenant.create(church("faith"), "test");
    }
    createAccount.create(HOPE, null, email, "Ruth", PASSWORD);
  }

  @Test
  void theRightPasswordSignsIn() {
    assertThat(attempt(PASSWORD))
        .isInstanceOfSatisfying(
            SignInResult.SignedIn.class, in -> assertThat(in.account().tenant()).isEqualTo(HOPE));
  }

  @Test
  void anAddressIsTheSameInCapitalsAndWithSpaces() {
    assertThat(signIn.signIn(HOPE, "  " + email.toUpperCase(java.util.Locale.ROOT) + " ", PASSWORD))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void anAddressThatOneChurchHasNeedsNoChurch() {
    assertThat(signIn.signIn(null, email, PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void anAddressThatTwoChurchesHaveNeedsTheChurch() {
    createAccount.create(FAITH, null, email, "Ruth", PASSWORD);
    assertThat(signIn.signIn(null, email, PASSWORD)).isInstanceOf(SignInResult.Wrong.class);
    assertThat(signIn.signIn(FAITH, email, PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void anAccountOfAnotherChurchIsUnknownHere() {
    assertThat(signIn.signIn(FAITH, email, PASSWORD)).isInstanceOf(SignInResult.Wrong.class);
  }

  @Test
  void anAccountWithoutAChurchIsThePlatformsAdministrator() {
    createAccount.create(null, null, "root" + email, "Root", PASSWORD);
    assertThat(signIn.signIn(null, "root" + email, PASSWORD))
        .isInstanceOfSatisfying(
            SignInResult.SignedIn.class,
            in -> assertThat(in.account().roles()).containsExactly(Account.PLATFORM_ADMIN));
  }

  @Test
  void theSixthAttemptIsRefusedThoughItsPasswordIsRight() {
    fail(5);
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.Locked.class);
  }

  @Test
  void fourFailuresAreForgottenAfterASuccess() {
    fail(4);
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    fail(4);
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void aLockEndsAQuarterOfAnHourAfterTheLastFailure() {
    fail(4);
    pass(Duration.ofMinutes(10));
    fail(1);
    pass(Duration.ofMinutes(14));
    assertThat(attempt(PASSWORD))
        .isInstanceOfSatisfying(
            SignInResult.Locked.class,
            locked ->
                assertThat(locked.remaining()).isBetween(Duration.ZERO, Duration.ofMinutes(1)));
    pass(Duration.ofMinutes(1));
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void failuresThatLieFurtherApartDoNotLock() {
    fail(4);
    pass(Duration.ofMinutes(15).plusSeconds(1));
    fail(4);
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void anUnknownAddressIsLockedLikeAKnownOne() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn.signIn(HOPE, "un" + email, PASSWORD))
          .isInstanceOf(SignInResult.Wrong.class);
    }
    assertThat(signIn.signIn(HOPE, "un" + email, PASSWORD)).isInstanceOf(SignInResult.Locked.class);
  }

  @Test
  void anUnknownAddressCostsAsManyHashesAsAKnownOne() {
    AtomicInteger hashes = new AtomicInteger();
    SignIn counted = new SignIn(accounts, lockOut, tenants, counting(hashes));
    hashes.set(0);
    counted.signIn(HOPE, email, "wrong password");
    assertThat(hashes.getAndSet(0)).isEqualTo(1);
    counted.signIn(HOPE, "un" + email, "wrong password");
    assertThat(hashes).hasValue(1);
  }

  @Test
  void aSuspendedChurchIsToldToThoseWhoKnowThePasswordOnly() {
    changeStatus.change(HOPE, Tenant.Status.SUSPENDED, "test");
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.NotServed.class);
    assertThat(attempt("wrong password")).isInstanceOf(SignInResult.Wrong.class);
    changeStatus.change(HOPE, Tenant.Status.ACTIVE, "test");
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void aDisabledAccountIsAnUnknownOne() {
    jdbc.sql("UPDATE shared.user_account SET disabled_at = created_at WHERE email = ?")
        .param(email)
        .update();
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.Wrong.class);
  }

  @Test
  void anAddressKeepsItsPasswordWhenItsAccountIsCreatedAgain() {
    assertThat(createAccount.create(HOPE, null, email, "Ruth", "another password")).isFalse();
    assertThat(attempt(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @Test
  void passwordsAreKeptAsBcrypt() {
    assertThat(
            jdbc.sql("SELECT password_hash FROM shared.user_account WHERE email = ?")
                .param(email)
                .query(String.class)
                .single())
        .matches("\\{bcrypt}\\$2[aby]\\$1[0-9]\\$.{53}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "a password that is longer than bcrypt reads, which is seventy-two bytes, no more"
      })
  void aPasswordHasTenCharactersAtLeastAndSeventyTwoBytesAtMost(String bad) {
    assertThatThrownBy(() -> createAccount.create(HOPE, null, "b" + email, "B", bad))
        .isInstanceOf(InvalidInputException.class);
  }

  private SignInResult attempt(String password) {
    return signIn.signIn(HOPE, email, password);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempt("wrong password " + UUID.randomUUID()))
          .isInstanceOf(SignInResult.Wrong.class);
    }
  }

  private void pass(Duration time) {
    clock.setOffset(clock.offset().plus(time));
  }

  private PasswordEncoder counting(AtomicInteger hashes) {
    return new PasswordEncoder() {
      @Override
      public @Nullable String encode(@Nullable CharSequence password) {
        hashes.incrementAndGet();
        return passwords.encode(password);
      }

      @Override
      public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        hashes.incrementAndGet();
        return passwords.matches(password, hash);
      }
    };
  }
}
