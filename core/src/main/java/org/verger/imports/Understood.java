package org.verger.imports;

import org.verger.imports.file.Header;
import org.verger.imports.mapping.Mapping;

/** What a file's beginning told. */
record Understood(String format, Header header, Mapping mapping) {}
