package org.verger.engine;

import java.net.URI;

/**
 * Where the engine's gateway listens.
 *
 * @param grpc {@code http://host:port}, or {@code https} for TLS
 * @param rest the same for its REST interface, which user tasks are completed through
 */
public record EngineAddress(URI grpc, URI rest) {}
