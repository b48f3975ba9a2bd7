package org.verger.approvals;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import org.verger.tenants.CurrentTenant;

/**
 * Links in notices that open one task for one person, once.
 *
 * <p>A link is a random secret with a signature over the church and the secret; of the secret only
 * the hash is kept. Looking does not use it up, because mail programs look ahead; deciding does.
 * What it may decide is asked again at that moment, as for everybody.
 */
@Component
public class TaskLinks {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 24;

  private final JdbcClient jdbc;
  private final LinkKey key;
  private final ApprovalSettings settings;
  private final Clock clock;
  private final String address;

  TaskLinks(
      JdbcClient jdbc,
      LinkKey key,
      ApprovalSettings settings,
      Clock clock,
      @Value("${verger.web.address:http://localhost:${server.port:8080}}") String address) {
    this.jdbc = jdbc;
    this.key = key;
    this.settings = settings;
    this.clock = clock;
    this.address = address.replaceFirst("/+$", "");
  }

  /** What a link opens. */
  public record Opened(StepId step, PersonId person) {}

  /** Makes a link; the address that it has is told to nobody else. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String create(Step step, PersonId person) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql(
            """
            INSERT INTO task_link (hash, step_id, turn, person_id, expires_at)
            VALUES (sha256(convert_to(?, 'UTF8')), ?, ?, ?, ?)
            """)
        .params(
            secret,
            step.id().value(),
            step.turn(),
            person.value(),
            Timestamp.from(Instant.now(clock).plus(settings.current().linkLifetime())))
        .update();
    return "%s/task-links/%s/%s.%s"
        .formatted(address, CurrentTenant.require(), secret, key.sign(signed(secret)));
  }

  /** What the link opens, while it was not used, has not run out and its task is asked. */
  @Transactional(readOnly = true)
  public Optional<Opened> open(String token) {
    return secret(token)
        .flatMap(
            secret ->
                jdbc.sql("SELECT l.step_id, l.person_id FROM task_link l" + USABLE)
                    .params(secret, now())
                    .query(
                        (row, number) ->
                            new Opened(
                                new StepId(row.getObject("step_id", UUID.class)),
                                new PersonId(row.getObject("person_id", UUID.class))))
                    .optional());
  }

  /** Uses the link up, in the transaction of what it is used for; false when it opens nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean use(String token) {
    return secret(token)
        .filter(
            secret ->
                jdbc.sql(
                            "UPDATE task_link SET used_at = ? WHERE hash ="
                                + " (SELECT l.hash FROM task_link l"
                                + USABLE
                                + " FOR UPDATE OF l) AND used_at IS NULL")
                        .params(now(), secret, now())
                        .update()
                    > 0)
        .isPresent();
  }

  private static final String USABLE =
      """
       JOIN request_step s ON s.id = l.step_id AND s.turn = l.turn AND s.state = 'open'
      WHERE l.hash = sha256(convert_to(?, 'UTF8')) AND l.used_at IS NULL AND l.expires_at > ?
      """;

  private Optional<String> secret(String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String secret = token.substring(0, dot);
    return key.signed(signed(secret), token.substring(dot + 1))
        ? Optional.of(secret)
        : Optional.empty();
  }

  private static String signed(String secret) {
    return CurrentTenant.require() + "/" + secret;
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock));
  }
}
