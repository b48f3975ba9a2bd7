package org.verger.imports;

import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Header;
import org.verger.imports.mapping.Mapping;

/**
 * What a file told before its rows were judged.
 *
 * @param warning what a person should look at before it is applied
 */
record Understood(String format, Header header, Mapping mapping, @Nullable String warning) {}
