package org.verger.approvals.web;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.audit.AuditEntry;

/**
 * Something that happened to a request, told.
 *
 * @param sentence who did what, without when and where
 * @param said in their own words; null when nothing was
 * @param shown what was before the eyes of whoever decided
 * @param technical whether the engine or the clock did it, and no person
 */
record StoryLine(
    AuditEntry entry,
    String icon,
    String sentence,
    @Nullable String said,
    Map<String, String> shown,
    boolean technical) {

  StoryLine {
    shown = Collections.unmodifiableMap(new LinkedHashMap<>(shown));
  }

  public Instant at() {
    return entry.at();
  }

  /** The address that it was asked for from. */
  public @Nullable String origin() {
    return entry.origin();
  }

  /** All of it but when, in one sentence. */
  String whole() {
    String from = entry.origin() == null ? "" : ", from " + entry.origin();
    return sentence + from + (said == null ? "" : ": “" + said + "”");
  }
}
