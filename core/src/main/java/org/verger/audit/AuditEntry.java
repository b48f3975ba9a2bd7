package org.verger.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, or tried to.
 *
 * @param action kebab-case, feature first, as in {@code organisation-role-assigned}
 * @param subjectId our own id of what it was done to
 * @param person who did it, by name; null for the system
 * @param onBehalf in whose place, by name
 * @param origin the address it was asked for from
 * @param detail what was shown, decided or changed
 */
public record AuditEntry(
    long id,
    Instant at,
    String action,
    String subjectId,
    @Nullable String person,
    @Nullable String onBehalf,
    @Nullable String origin,
    Map<String, Object> detail) {}
