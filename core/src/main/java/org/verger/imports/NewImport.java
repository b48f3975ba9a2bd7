package org.verger.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent.
 *
 * @param kind code of the kind of records in it
 * @param fileName as it is called where it comes from
 * @param unit where rows belong that name no unit
 * @param whole whether it is to be applied as a whole or not at all; else part by part
 * @param startFollowUps whether guests that it brings are to be followed up
 */
public record NewImport(
    String kind, String fileName, @Nullable UUID unit, boolean whole, boolean startFollowUps) {}
