package org.verger.tenants;

/** A church is served from now on; published by the process that activated it, once it is so. */
public record TenantActivated(TenantId tenant) {}
