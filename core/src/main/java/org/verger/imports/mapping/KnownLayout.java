package org.verger.imports.mapping;

import java.util.List;
import java.util.Map;

/**
 * A file as another church system writes it.
 *
 * @param code as in {@code planning-center-people}
 * @param system the name of the other system
 * @param kind code of the kind of record
 * @param sources where the other system documents it
 * @param signature columns by which it is recognised: a file has it when it has all of them
 * @param columns name of the column to code of the field, the preferred column first
 */
public record KnownLayout(
    String code,
    String system,
    String kind,
    List<String> sources,
    List<String> signature,
    Map<String, String> columns) {}
