package org.verger.outbox;

import org.verger.tenants.TenantId;

/**
 * A command that waits to be handed over.
 *
 * @param attempts how often it was tried before
 */
public record OutboxEntry(
    long id, TenantId tenant, String subject, EngineCommand command, int attempts) {}
