package org.verger.engine;

import java.net.URI;

/**
 * Where the process engine is. It stays the same when the engine is started again.
 *
 * @param grpc such as {@code http://127.0.0.1:26500}
 * @param rest such as {@code http://127.0.0.1:8088}
 */
public record EngineAddress(URI grpc, URI rest) {}
