package org.verger.imports.values;

/**
 * A person's name.
 *
 * @param given with middle names, may be empty
 * @param family with a suffix such as Jr., may be empty
 */
public record PersonName(String given, String family) {}
