package org.verger.batch.runner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verger.analytics.Subject;

/**
 * Where a step of a job can be made to hang, in the middle of its work.
 *
 * @param grip what another transaction does for that, and takes back to let the step go on;
 *     {church} stands for the church's schema
 * @param wasHeld whether the step has something to do only after the run was held
 */
record Hang(String job, String step, String grip, boolean wasHeld) {

  private static final String FINDINGS = table("check_finding");

  // The run that the step asks for is being asked for already.
  private static final String LATER =
      """
      INSERT INTO shared.batch_run (id, tenant_id, job, key, lane, state, requested_at)
      VALUES (gen_random_uuid(), '{id}', 'weekly-report', '2026-11-09 from 2100-01-01T00:00:00Z',
        'nightly', 'queued', now())
      """;

  /** All of them; a new step needs one. */
  static List<Hang> all() {
    List<Hang> all = new ArrayList<>();
    all.add(at("counting", "one", number("one-4")));
    all.add(at("counting", "two", number("two-4")));
    all.add(at("bulk-counting", "bulk", number("bulk-4")));
    all.add(at("nightly", "check", FINDINGS));
    all.add(at("roll-up-backfill", "mark", table("rollup_change")));
    all.add(at("roll-up-backfill", "check", FINDINGS));
    for (String job : List.of("nightly", "roll-up-backfill")) {
      for (Subject subject : Subject.values()) {
        all.add(at(job, subject.code(), table("figure_" + subject.code())));
      }
      all.add(new Hang(job, "held", FINDINGS, true));
    }
    retention().forEach((step, grip) -> all.add(at("retention", step, grip)));
    all.add(at("lifecycle-sweep", "inactive", table("person_lapse")));
    all.add(at("statements", "begin", table("giving_statement_year")));
    all.add(at("statements", "write", table("giving_statement_version")));
    all.add(at("weekly-report", "readers", table("weekly_report")));
    all.add(at("weekly-report", "send", table("message_delivery")));
    all.add(at("weekly-report", "later", LATER));
    return all;
  }

  private static Map<String, String> retention() {
    Map<String, String> grips = new LinkedHashMap<>();
    // No locks of tables that all churches have in common.
    grips.put(
        "batch-executions",
        "SELECT 1 FROM shared.batch_run WHERE tenant_id = '{id}' AND job = 'old' FOR UPDATE");
    grips.put(
        "batch-logs",
        """
        SELECT 1 FROM shared.batch_run_log l JOIN shared.batch_run r ON r.id = l.run_id
        WHERE r.tenant_id = '{id}' FOR UPDATE OF l
        """);
    grips.put("idempotent-answers", table("idempotent_answer"));
    grips.put("imports", table("import_file"));
    grips.put("sandbox-messages", table("sandbox_message"));
    grips.put("task-links", table("task_link"));
    return grips;
  }

  private static Hang at(String job, String step, String grip) {
    return new Hang(job, step, grip, false);
  }

  private static String table(String name) {
    return "LOCK TABLE {church}.%s IN ACCESS EXCLUSIVE MODE".formatted(name);
  }

  // The step cannot write the number that is being written already.
  private static String number(String address) {
    return "INSERT INTO {church}.message_stop (address, source, at) VALUES ('%s', '%s', now())"
        .formatted(address, address);
  }
}
