package org.verger.approvals;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Remarks and files that people add to a request that they may see. */
@Component
public class AddToRequest {

  private static final int LONGEST_COMMENT = 4000;
  private static final int LARGEST_FILE = 10 * 1024 * 1024;
  private static final int MOST_FILES = 20;

  // What browsers show without running anything in it.
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/webp", "text/plain", "text/csv");

  private final JdbcClient jdbc;
  private final Requests requests;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  AddToRequest(JdbcClient jdbc, Requests requests, Access access, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.requests = requests;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a remark.
   *
   * @throws UnknownRequestException when there is none, or not for this person
   * @throws InvalidInputException when it says nothing or too much
   */
  @Transactional
  public void comment(RequestId id, PersonId by, String text) {
    Request request = visible(id, by);
    String said = text.strip();
    if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
      throw InvalidInputException.of("comment", "Say something, in at most 4,000 letters");
    }
    jdbc.sql("INSERT INTO request_comment (request_id, person_id, text, at) VALUES (?, ?, ?, ?)")
        .params(request.id().value(), by.value(), said, Timestamp.from(clock.instant()))
        .update();
    audit.record("approvals-commented", id.toString(), by.value(), Map.of("comment", said));
  }

  /**
   * Adds a file.
   *
   * @return its id
   * @throws UnknownRequestException when there is none, or not for this person
   * @throws RequestClosedException when it is decided
   * @throws InvalidInputException when the file is too large, empty or of another type
   */
  @Transactional
  public UUID attach(RequestId id, PersonId by, String name, String mediaType, byte[] content) {
    visible(id, by);
    Request request = requests.lock(id);
    if (!request.status().isOpen()) {
      throw new RequestClosedException("Files are added while a request is being decided");
    }
    check(name, mediaType, content);
    if (files(id) >= MOST_FILES) {
      throw InvalidInputException.of("file", "A request has at most " + MOST_FILES + " files");
    }
    UUID file = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO request_attachment (id, request_id, name, media_type, content, added_by, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            file,
            id.value(),
            name.strip(),
            mediaType,
            content,
            by.value(),
            Timestamp.from(clock.instant()))
        .update();
    audit.record(
        "approvals-attached",
        id.toString(),
        by.value(),
        Map.of("name", name.strip(), "bytes", content.length));
    return file;
  }

  private static void check(String name, String mediaType, byte[] content) {
    if (name.isBlank() || name.length() > 200) {
      throw InvalidInputException.of("file", "Give the file a name of at most 200 letters");
    }
    if (!MEDIA_TYPES.contains(mediaType)) {
      throw InvalidInputException.of("file", "Add a PDF, a picture, or a text or CSV file");
    }
    if (content.length == 0 || content.length > LARGEST_FILE) {
      throw InvalidInputException.of("file", "A file has at most 10 MB, and is not empty");
    }
  }

  private long files(RequestId id) {
    return jdbc.sql("SELECT count(*) FROM request_attachment WHERE request_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  private Request visible(RequestId id, PersonId person) {
    return requests
        .find(id)
        .filter(found -> access.reaches(person, id.toString()))
        .orElseThrow(() -> new UnknownRequestException(id.toString()));
  }
}
