package org.verger.imports;

/**
 * A table whose records several rows of a file share, as a family is shared by its members.
 *
 * @param column the column of the rows' staging table that names the record
 */
public record Parent(MergedTable table, String column) {}
