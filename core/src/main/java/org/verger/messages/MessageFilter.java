package org.verger.messages;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages to list. What is null does not restrict.
 *
 * @param subjectId our own id of whom they are about
 * @param status sent, held, suppressed, failed or sending
 * @param cursor what the page before gave; null for the first
 * @param limit 1 to 200
 */
public record MessageFilter(
    @Nullable String subjectId,
    @Nullable String status,
    @Nullable String template,
    @Nullable String cursor,
    int limit) {

  private static final Set<String> STATUSES =
      Set.of("sent", "held", "suppressed", "failed", "sending");
  private static final int MOST = 200;

  public MessageFilter {
    if (!isStatus(status)) {
      throw new IllegalArgumentException(
          "A message's status is one of " + STATUSES.stream().sorted().toList());
    }
    if (cursor != null && !isCursor(cursor)) {
      throw new IllegalArgumentException("This cursor did not come from a page of messages");
    }
    limit = Math.clamp(limit, 1, MOST);
  }

  /** Whether messages can be in this status; null stands for any. */
  public static boolean isStatus(@Nullable String status) {
    return status == null || STATUSES.contains(status);
  }

  /** Whether the text can have come from a page of messages. */
  public static boolean isCursor(@Nullable String cursor) {
    return cursor != null && cursor.matches("\\d{1,18}");
  }

  /** All messages about one subject, the latest 200. */
  public static MessageFilter about(String subjectId) {
    return new MessageFilter(subjectId, null, null, null, MOST);
  }
}
