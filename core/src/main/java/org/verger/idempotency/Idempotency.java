package org.verger.idempotency;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.validation.InvalidInputException;

/** Does what is sent with a key once, and answers its repetitions with what came of it. */
@Component
public class Idempotency {

  private static final int LONGEST_KEY = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Idempotency(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Does the work, unless the person sent it with this key before. The key is kept in the work's
   * transaction; a repetition at the same moment waits for it.
   *
   * @param key null to do it each time
   * @param fingerprint what was sent; the same key with something else is refused
   * @param work gives what repetitions are answered with
   * @throws InvalidInputException when the key is too long or was used for something else
   */
  @Transactional
  public String once(UUID person, @Nullable String key, String fingerprint, Supplier<String> work) {
    if (key == null || key.isBlank()) {
      return work.get();
    }
    if (key.length() > LONGEST_KEY) {
      throw InvalidInputException.of(
          "Idempotency-Key", "A key has at most " + LONGEST_KEY + " letters");
    }
    return begin(person, key, fingerprint)
        ? finish(person, key, work.get())
        : known(person, key, fingerprint);
  }

  private boolean begin(UUID person, String key, String fingerprint) {
    return jdbc.sql(
                """
                INSERT INTO idempotent_answer (person_id, key, fingerprint, at)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(person, key, fingerprint, Timestamp.from(clock.instant()))
            .update()
        > 0;
  }

  private String finish(UUID person, String key, String answer) {
    jdbc.sql("UPDATE idempotent_answer SET answer = ? WHERE person_id = ? AND key = ?")
        .params(answer, person, key)
        .update();
    return answer;
  }

  private String known(UUID person, String key, String fingerprint) {
    Map<String, Object> row =
        jdbc.sql(
                "SELECT fingerprint, answer FROM idempotent_answer WHERE person_id = ? AND key = ?")
            .params(person, key)
            .query()
            .singleRow();
    if (!fingerprint.equals(row.get("fingerprint"))) {
      throw InvalidInputException.of(
          "Idempotency-Key", "This key was sent with something else before: choose a new one");
    }
    return String.valueOf(row.get("answer"));
  }
}
