package org.verger.imports.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file as another church system writes it. Where its columns are taken from stands in its
 * sources.
 *
 * @param code as in {@code planning-center-people}
 * @param system the name of the other system and of the list
 * @param kind code of the kind of record
 * @param sources addresses of the documents that name the columns
 * @param documentedBy {@code maker} when the system's own documents name the columns, {@code
 *     others} when those of somebody who reads its files do
 * @param signature columns by which it is recognised: a file has the layout when it has all of them
 * @param columns name of the column to code of the field, the preferred column of a field first
 */
public record KnownLayout(
    String code,
    String system,
    String kind,
    List<String> sources,
    String documentedBy,
    List<String> signature,
    Map<String, String> columns) {

  public KnownLayout {
    sources = List.copyOf(sources);
    signature = List.copyOf(signature);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }
}
