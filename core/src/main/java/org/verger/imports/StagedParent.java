package org.verger.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a record that several rows share.
 *
 * @param action new, changed or same
 * @param version the version of the record that it was compared with; 0 for a new one
 * @param values for the columns of the table, in their order
 */
public record StagedParent(
    UUID target, RowAction action, int version, List<@Nullable Object> values) {}
