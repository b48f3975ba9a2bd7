package org.verger.analytics;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.organisation.NewPerson;
import org.verger.organisation.Unit;
import org.verger.testing.Church;
import org.verger.testing.Tree;

/** Enters records for tests of their figures. */
record Records(Church church, Tree tree) {

  UUID person() {
    return church.call(
        () -> tree.people().create(new NewPerson("Ann", "Lee", null, null, "en")).value());
  }

  UUID gathering(Unit unit, String day, @Nullable Integer headcount, UUID... there) {
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO gathering (id, unit_id, name, held_on, headcount, created_at)
        VALUES (?, ?, 'Service', CAST(? AS date), ?, now())
        """,
        id,
        unit.id().value(),
        day,
        headcount);
    for (UUID person : there) {
      run("INSERT INTO attendance (gathering_id, person_id) VALUES (?, ?)", id, person);
    }
    return id;
  }

  void gift(Unit unit, String day, @Nullable UUID person, long amount, String method) {
    run(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          created_at)
        VALUES (?, (SELECT id FROM fund), ?, ?, 'USD', CAST(? AS date), ?, now())
        """,
        person,
        unit.id().value(),
        amount,
        day,
        method);
  }

  /** As it is done when a gift was a mistake or was returned. */
  void takeBack(UUID person, String day) {
    run(
        """
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          takes_back, created_at)
        SELECT person_id, fund_id, unit_id, -amount, currency, CAST(? AS date), method, id, now()
        FROM contribution WHERE person_id = ?
        """,
        day,
        person);
  }

  void guest(@Nullable Unit unit, String at, @Nullable Integer hours, String... stages) {
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO guest (id, first_name, last_name, email, language, campaign, unit_id, stage,
          stage_since, created_at)
        VALUES (?, 'Ann', 'Lee', ?, 'en', 'easter', ?, ?, now(), CAST(? AS timestamptz))
        """,
        id,
        id + "@guest.example",
        unit == null ? null : unit.id().value(),
        stages.length == 0 ? "new" : stages[stages.length - 1],
        at);
    for (String stage : stages) {
      run(
          """
          INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
          VALUES (?, ?, 'staff', CAST(? AS timestamptz) + ? * INTERVAL '1 hour')
          """,
          id,
          stage,
          at,
          hours);
    }
  }

  void step(Unit unit, String openedAt, @Nullable String decidedAt) {
    UUID id = UUID.randomUUID();
    run(
        """
        INSERT INTO request (id, kind, area, unit_id, requester_id, title, status, submitted_at)
        VALUES (?, 'expense', 'money', ?, ?, 'Chairs', 'submitted', CAST(? AS timestamptz))
        """,
        id,
        unit.id().value(),
        person(),
        openedAt);
    run(
        """
        INSERT INTO request_step (id, request_id, chain, stage, place, role, quorum, state,
          opened_at, decided_at)
        VALUES (gen_random_uuid(), ?, 1, 1, 1, 'campus-leader', 1, ?, CAST(? AS timestamptz),
          CAST(? AS timestamptz))
        """,
        id,
        decidedAt == null ? "open" : "approved",
        openedAt,
        decidedAt);
  }

  void message(@Nullable Unit unit, String at, String channel, int segments, String status) {
    run(
        """
        INSERT INTO message_delivery (business_key, subject_id, channel, address, template, language,
          body, segments, status, reason, created_at, at, unit_id)
        VALUES (?, 'x', ?, 'a', 't', 'en', 'b', ?, ?, ?, CAST(? AS timestamptz), now(), ?)
        """,
        UUID.randomUUID().toString(),
        channel,
        segments,
        status,
        status.equals("sent") ? null : "x",
        at,
        unit == null ? null : unit.id().value());
  }

  void run(String sql, @Nullable Object... values) {
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

  /** The figures of a period as text, without what says which one it is. */
  List<String> figures(Subject subject, Unit unit, Grain grain, String start) {
    String sql =
        """
        SELECT (
          SELECT string_agg(key || '=' || coalesce(value, '-'), ' ' ORDER BY key)
          FROM jsonb_each_text(to_jsonb(f) - ARRAY['grain', 'starts_on', 'unit_id'])
          WHERE value IS DISTINCT FROM '0' AND value IS DISTINCT FROM '')
        FROM %s f WHERE unit_id = ? AND grain = ? AND starts_on = CAST(? AS date)
        ORDER BY split, part
        """
            .formatted(subject.table());
    return church.call(
        () ->
            church
                .transactions()
                .execute(
                    open ->
                        church
                            .jdbc()
                            .sql(sql)
                            .params(unit.id().value(), grain.code(), start)
                            .query(String.class)
                            .list()));
  }
}
