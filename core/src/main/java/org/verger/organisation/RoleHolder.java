package org.verger.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * A role that is held at present, with its holder.
 *
 * @param name given and family name
 */
public record RoleHolder(
    UUID id, PersonId person, String name, Role role, UnitId unit, Instant since) {}
