package org.verger.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CreateTenant;
import org.verger.time.MovableClock;

/** Tests of the domain: a fresh church for each, on a real database, with the clock in hand. */
@SpringBootTest(classes = CoreTestApplication.class)
public abstract class ChurchTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Autowired protected JdbcClient jdbc;
  @Autowired protected MovableClock clock;
  @Autowired private CreateTenant createTenant;
  @Autowired private TransactionTemplate transactions;

  protected Church church;

  @BeforeEach
  void createChurch() {
    church = newChurch();
  }

  protected Church newChurch() {
    return Church.create("church-" + NUMBER.incrementAndGet(), createTenant, jdbc, transactions);
  }

  /** Moves the clock forward to the next time that it is this hour in Chicago. */
  protected Instant moveToHour(int hour) {
    var local = clock.instant().atZone(java.time.ZoneId.of("America/Chicago"));
    var wanted = local.toLocalDate().atTime(hour, 0).atZone(local.getZone());
    if (!wanted.isAfter(local)) {
      wanted = local.toLocalDate().plusDays(1).atTime(hour, 0).atZone(local.getZone());
    }
    advance(Duration.between(local, wanted));
    return wanted.toInstant();
  }

  protected void advance(Duration by) {
    clock.setOffset(clock.offset().plus(by));
  }
}
