package org.verger.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;

/** The requests of the current church. */
@Component
public class Requests {

  private static final String SELECT =
      """
      SELECT r.*, (SELECT coalesce(array_agg(g.person_id), '{}') FROM request_gainer g
                   WHERE g.request_id = r.id) AS gainers
      FROM request r WHERE r.id = ?
      """;

  private final JdbcClient jdbc;

  Requests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The request, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Request> find(RequestId id) {
    return jdbc.sql(SELECT).param(id.value()).query(Requests::read).optional();
  }

  /**
   * The request.
   *
   * @throws UnknownRequestException when there is none
   */
  @Transactional(readOnly = true)
  public Request require(RequestId id) {
    return find(id).orElseThrow(() -> new UnknownRequestException(id.toString()));
  }

  /**
   * The request, which nobody else can change until the transaction ends: whoever decides, changes
   * or withdraws comes one after the other.
   *
   * @throws UnknownRequestException when there is none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Request lock(RequestId id) {
    jdbc.sql("SELECT 1 FROM request WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(Integer.class)
        .optional();
    return require(id);
  }

  void insert(Request request, Area area) {
    jdbc.sql(
            """
            INSERT INTO request (id, kind, area, unit_id, requester_id, title, amount, currency, status, submitted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(request.id().value())
        .param(request.kind())
        .param(area.code())
        .param(request.unit().value())
        .param(request.parties().requester().value())
        .param(request.title())
        .param(request.amount())
        .param(request.currency())
        .param(request.status().code())
        .param(Timestamp.from(request.submittedAt()))
        .update();
    keepGainers(request);
  }

  /** Keeps what is asked for now; status and chain stay as they are. */
  void change(Request request) {
    jdbc.sql(
            """
            UPDATE request SET title = ?, amount = ?, currency = ?, version = version + 1
            WHERE id = ?
            """)
        .param(request.title())
        .param(request.amount())
        .param(request.currency())
        .param(request.id().value())
        .update();
    jdbc.sql("DELETE FROM request_gainer WHERE request_id = ?")
        .param(request.id().value())
        .update();
    keepGainers(request);
  }

  private void keepGainers(Request request) {
    request
        .parties()
        .gainers()
        .forEach(
            person ->
                jdbc.sql("INSERT INTO request_gainer (request_id, person_id) VALUES (?, ?)")
                    .params(request.id().value(), person.value())
                    .update());
  }

  /**
   * Moves a request on.
   *
   * @param endedAt null while somebody still has to do something about it
   */
  void move(RequestId id, Status status, @Nullable Instant endedAt) {
    jdbc.sql("UPDATE request SET status = ?, ended_at = ?, version = version + 1 WHERE id = ?")
        .param(status.code())
        .param(endedAt == null ? null : Timestamp.from(endedAt))
        .param(id.value())
        .update();
  }

  void beginChain(RequestId id, int chain) {
    jdbc.sql("UPDATE request SET chain = ? WHERE id = ?").params(chain, id.value()).update();
  }

  void beginRound(RequestId id, int round) {
    jdbc.sql("UPDATE request SET round = ? WHERE id = ?").params(round, id.value()).update();
  }

  static Request read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp ended = row.getTimestamp("ended_at");
    return new Request(
        new RequestId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        new UnitId(row.getObject("unit_id", UUID.class)),
        new Parties(
            new PersonId(row.getObject("requester_id", UUID.class)),
            Arrays.stream((UUID[]) row.getArray("gainers").getArray())
                .map(PersonId::new)
                .collect(Collectors.toSet())),
        row.getString("title"),
        row.getObject("amount", Long.class),
        row.getString("currency"),
        Status.of(row.getString("status")),
        row.getInt("version"),
        row.getInt("chain"),
        row.getInt("round"),
        row.getTimestamp("submitted_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
