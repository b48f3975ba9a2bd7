package org.verger.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.testing.Church;
import org.verger.testing.Tree;

/** Changes records of all kinds at random; the same seed gives the same changes. */
final class History {

  private static final int DAYS = 75;
  private static final int DAYS_TO_COME = 15;

  private final Church church;
  private final Random random;
  private final LocalDate first;
  private final List<UUID> units;
  private final List<UUID> people;
  private final List<UUID> groups;
  private final List<Runnable> changes =
      List.of(
          this::meet,
          this::meet,
          this::moveGathering,
          this::endGathering,
          this::comeOrStayAway,
          this::give,
          this::give,
          this::correctGift,
          this::takeGiftBack,
          this::takeGiftBack,
          this::removeGift,
          this::join,
          this::leave,
          this::moveGroup,
          this::registerGuest,
          this::advanceGuest,
          this::correctGuest,
          this::ask,
          this::decide,
          this::endRequest,
          this::correctRequest,
          this::send,
          this::correctMessage,
          this::moveUnit);

  History(Church church, Tree tree, List<UUID> people, LocalDate today, Random random) {
    this.church = church;
    this.random = random;
    this.first = today.minusDays(DAYS - DAYS_TO_COME);
    this.people = people;
    this.units =
        List.of(
            tree.nation().id().value(),
            tree.north().id().value(),
            tree.downtown().id().value(),
            tree.uptown().id().value(),
            tree.groupA().id().value());
    this.groups = List.of(newGroup("A"), newGroup("B"));
  }

  /** Some change or other, in a transaction of its own unless one is open. */
  void change() {
    pick(changes).run();
  }

  /** One of two months, or of the days that come after today. */
  LocalDate day() {
    return first.plusDays(random.nextInt(DAYS));
  }

  private void meet() {
    UUID id = uuid();
    run(
        """
        INSERT INTO gathering (id, unit_id, group_id, name, held_on, headcount, created_at)
        VALUES (?, ?, ?, ?, ?, ?, now())
        """,
        id,
        pick(units),
        random.nextInt(3) == 0 ? pick(groups) : null,
        "Gathering " + id,
        day(),
        random.nextBoolean() ? 10 + random.nextInt(50) : null);
    int some = random.nextInt(people.size());
    run(
        "INSERT INTO attendance (gathering_id, person_id) SELECT ?, id FROM person ORDER BY"
            + " md5(id::text || ?) LIMIT ?",
        id,
        id.toString(),
        some);
  }

  private void moveGathering() {
    run(
        "UPDATE gathering SET held_on = ?, unit_id = ? WHERE id = " + any("gathering"),
        day(),
        pick(units),
        salt());
  }

  private void endGathering() {
    run("DELETE FROM gathering WHERE id = " + any("gathering"), salt());
  }

  private void comeOrStayAway() {
    if (random.nextBoolean()) {
      run(
          "INSERT INTO attendance (person_id, gathering_id) SELECT ?, id FROM gathering ORDER BY"
              + " md5(id::text || ?) LIMIT 3 ON CONFLICT DO NOTHING",
          pick(people),
          salt());
    } else {
      run(
          "DELETE FROM attendance WHERE person_id = ? AND gathering_id = " + any("gathering"),
          pick(people),
          salt());
    }
  }

  private void give() {
    run(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, created_at)
        SELECT ?, CASE WHEN n % 2 = 0 THEN (SELECT id FROM fund LIMIT 1) END, ?, n * 100 + ?, ?,
          CAST(? AS date) + n % 3, ?, now()
        FROM generate_series(1, ?) AS n
        """,
        random.nextInt(4) == 0 ? null : pick(people),
        pick(units),
        random.nextInt(1000),
        random.nextInt(4) == 0 ? "EUR" : "USD",
        day(),
        pick(List.of("cash", "card", "online")),
        1 + random.nextInt(4));
  }

  private void correctGift() {
    run(
        "UPDATE contribution SET given_on = ?, unit_id = ?, amount = amount + sign(amount) * 7,"
            + " person_id = ? WHERE id = "
            + any("contribution"),
        day(),
        pick(units),
        pick(people),
        salt());
  }

  private void takeGiftBack() {
    run(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          takes_back, created_at)
        SELECT person_id, fund_id, unit_id, -amount, currency, greatest(CAST(? AS date), given_on),
          method, id, now()
        FROM contribution WHERE takes_back IS NULL AND amount > 0 AND id = %s
        ON CONFLICT DO NOTHING
        """
            .formatted(any("contribution")),
        day(),
        salt());
  }

  // As undoing an import does, which takes none that somebody took back.
  private void removeGift() {
    run(
        "DELETE FROM contribution c WHERE id = "
            + any("contribution")
            + " AND NOT EXISTS (SELECT FROM contribution b WHERE b.takes_back = c.id)",
        salt());
  }

  private void join() {
    run(
        "INSERT INTO group_member (group_id, person_id, role, since) VALUES (?, ?, 'member', ?) ON"
            + " CONFLICT (group_id, person_id) DO UPDATE SET since = excluded.since",
        pick(groups),
        pick(people),
        day());
  }

  private void leave() {
    run("DELETE FROM group_member WHERE person_id = ?", pick(people));
  }

  private void moveGroup() {
    run("UPDATE ministry_group SET unit_id = ? WHERE id = ?", pick(units), pick(groups));
  }

  private void registerGuest() {
    UUID id = uuid();
    run(
        """
        INSERT INTO guest (id, first_name, last_name, email, language, campaign, unit_id, stage, stage_since, created_at)
        VALUES (?, 'Ann', 'Lee', ?, 'en', ?, ?, 'new', now(), CAST(? AS timestamptz))
        """,
        id,
        id + "@guest.example",
        random.nextBoolean() ? "easter" : null,
        random.nextInt(4) == 0 ? null : pick(units),
        moment());
  }

  private void advanceGuest() {
    String stage = pick(List.of("contacted", "connected", "decided", "opted-out"));
    run(
        """
        WITH one AS (
          UPDATE guest SET stage = ?, version = version + 1 WHERE id = %s RETURNING id, stage, created_at)
        INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
        SELECT id, stage, 'staff', created_at + ? * INTERVAL '1 hour' FROM one
        """
            .formatted(any("guest")),
        stage,
        salt(),
        random.nextInt(80));
  }

  private void correctGuest() {
    run(
        "UPDATE guest SET unit_id = ?, created_at = CAST(? AS timestamptz) WHERE id = "
            + any("guest"),
        random.nextInt(4) == 0 ? null : pick(units),
        moment(),
        salt());
    run("DELETE FROM guest_stage_change WHERE guest_id = " + any("guest"), salt());
  }

  private void ask() {
    UUID id = uuid();
    String at = moment();
    run(
        """
        INSERT INTO request (id, kind, area, unit_id, requester_id, title, status, submitted_at)
        VALUES (?, ?, 'money', ?, ?, 'Chairs', 'submitted', CAST(? AS timestamptz))
        """,
        id,
        pick(List.of("expense", "event")),
        pick(units),
        pick(people),
        at);
    run(
        """
        INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state, opened_at)
        SELECT CAST(md5(? || n) AS uuid), ?, 1, 1, n, CASE n WHEN 1 THEN 'campus-leader' ELSE 'board-member' END, 1, 'open',
          CAST(? AS timestamptz) + n * INTERVAL '5 hours'
        FROM generate_series(1, ?) AS n
        """,
        id.toString(),
        id,
        at,
        1 + random.nextInt(3));
  }

  private void decide() {
    run(
        "UPDATE request_step SET state = ?, decided_at = opened_at + ? * INTERVAL '1 hour' WHERE id"
            + " = "
            + any("request_step"),
        pick(List.of("approved", "declined")),
        1 + random.nextInt(90),
        salt());
  }

  private void endRequest() {
    String request = any("request");
    String salt = salt();
    run(
        "UPDATE request_step SET state = 'ended' WHERE state = 'open' AND request_id = " + request,
        salt);
    run(
        "UPDATE request SET status = 'withdrawn', ended_at = submitted_at + ? * INTERVAL '1 hour'"
            + " WHERE id = "
            + request,
        100 + random.nextInt(300),
        salt);
  }

  private void correctRequest() {
    if (random.nextInt(4) == 0) {
      run("DELETE FROM request WHERE id = " + any("request"), salt());
    } else {
      run(
          "UPDATE request SET unit_id = ?, kind = 'role' WHERE id = " + any("request"),
          pick(units),
          salt());
    }
  }

  private void send() {
    run(
        """
        INSERT INTO message_delivery (business_key, subject_id, channel, address, template, language,
          body, segments, status, created_at, at, unit_id)
        VALUES (?, 'x', ?, 'a', 't', 'en', 'b', ?, 'sent', CAST(? AS timestamptz), now(), ?)
        """,
        uuid().toString(),
        pick(List.of("sms", "email")),
        1 + random.nextInt(3),
        moment(),
        random.nextInt(4) == 0 ? null : pick(units));
  }

  private void correctMessage() {
    switch (random.nextInt(3)) {
      case 0 -> run("DELETE FROM message_delivery WHERE id = " + any("message_delivery"), salt());
      case 1 ->
          run(
              "UPDATE message_delivery SET status = 'failed', reason = 'x' WHERE id = "
                  + any("message_delivery"),
              salt());
      default ->
          run(
              "UPDATE message_delivery SET unit_id = ? WHERE id = " + any("message_delivery"),
              pick(units),
              salt());
    }
  }

  // Downtown with its groups goes below the south, or back below the north.
  private void moveUnit() {
    run(
        """
        WITH place AS (
          SELECT d.path AS old, t.path || d.id || '/' AS fresh, t.id AS parent_id, d.id
          FROM unit d, unit t
          WHERE d.name = 'Downtown' AND t.name IN ('North', 'South') AND t.id <> d.parent_id)
        UPDATE unit u SET path = place.fresh || substr(u.path, length(place.old) + 1),
          parent_id = CASE WHEN u.id = place.id THEN place.parent_id ELSE u.parent_id END
        FROM place WHERE u.path LIKE place.old || '%'
        """);
  }

  private UUID newGroup(String name) {
    UUID id =
        UUID.nameUUIDFromBytes(
            (name + church.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    run(
        "INSERT INTO ministry_group (id, unit_id, name, kind, created_at) VALUES (?, ?, ?, 'team',"
            + " now()) ON CONFLICT DO NOTHING",
        id,
        units.get(4),
        name);
    return id;
  }

  private void run(String sql, @org.jspecify.annotations.Nullable Object... values) {
    church.call(
        () ->
            church
                .transactions()
                .execute(
                    open -> {
                      JdbcClient.StatementSpec statement = church.jdbc().sql(sql);
                      for (Object value : values) {
                        statement = statement.param(value);
                      }
                      return statement.update();
                    }));
  }

  // One of the rows, chosen by the salt that is the parameter.
  private static String any(String table) {
    String key = table.equals("gathering") ? "name" : table.equals("guest") ? "email" : "id";
    return "(SELECT id FROM %s ORDER BY md5(%s::text || ?) LIMIT 1)".formatted(table, key);
  }

  private String salt() {
    return Integer.toString(random.nextInt());
  }

  private String moment() {
    return day() + "T%02d:%02d:00Z".formatted(random.nextInt(24), random.nextInt(60));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
