package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.People;
import org.verger.organisation.Units;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

/** A church with units at noon; a guest when one is wanted. */
abstract class GuestTest extends ChurchTest {

  static final String PHONE = "+13125550123";
  static final String EMAIL = "ana@example.org";

  private static final AtomicLong TASK = new AtomicLong(1L << 51);

  @Autowired RegisterGuest registerGuest;
  @Autowired GuestDetails guestDetails;
  @Autowired Units units;
  @Autowired People people;

  Tree tree;

  @BeforeEach
  void plantAtNoon() {
    moveToHour(12);
    tree = Tree.plant(church, units, people);
  }

  GuestId register() {
    return church.call(() -> registerGuest.register(Forms.form(PHONE, EMAIL)));
  }

  GuestView view(GuestId guest) {
    Optional<GuestView> view = church.call(() -> guestDetails.find(guest));
    return view.orElseThrow();
  }

  String stage(GuestId guest) {
    return view(guest).stage();
  }

  long newTaskKey() {
    return TASK.incrementAndGet();
  }

  /** What the relay would hand to the engine about a subject, as JSON, in order. */
  List<String> commands(GuestId subject) {
    return jdbc.sql("SELECT command::text FROM shared.outbox WHERE subject = ? ORDER BY id")
        .param(subject.toString())
        .query(String.class)
        .list();
  }

  void assertPublished(GuestId subject, String message, int times) {
    assertThat(commands(subject))
        .filteredOn(command -> command.contains("\"name\": \"" + message + "\""))
        .hasSize(times);
  }
}
