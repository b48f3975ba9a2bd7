package org.verger.web;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;

/**
 * A request for approval that was taken.
 *
 * @param status submitted; how it goes on, {@code GET /api/v1/requests/{id}} says
 */
public record Submitted(UUID id, String status) {

  /** The answer to who submitted it. */
  public static ResponseEntity<Submitted> created(String id) {
    return ResponseEntity.created(URI.create("/api/v1/requests/" + id))
        .body(new Submitted(UUID.fromString(id), "submitted"));
  }
}
