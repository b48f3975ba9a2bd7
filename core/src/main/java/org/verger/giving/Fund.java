package org.verger.giving;

import java.util.UUID;

/**
 * What people give for.
 *
 * @param code in small letters with hyphens; stays as it is
 * @param active whether new gifts can go to it
 */
public record Fund(UUID id, String code, String name, boolean active, int version) {}
