package org.verger.engine.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the engine. Ports that are 0 are chosen free.
 *
 * @param address the gRPC address of an external engine; without it one is started
 * @param restAddress the REST address of the external engine
 * @param port of the embedded engine's gRPC interface
 * @param restPort of the embedded engine's REST interface
 * @param distribution the folder of the embedded engine's programs
 * @param exporterJar the plug-in that it loads
 * @param exportedVariables the process variables that people may see
 * @param heap how much memory it may take, as the JVM writes it
 * @param readyWithin how long to wait for it at the start
 */
@ConfigurationProperties("verger.engine")
record EngineProperties(
    @Nullable String address,
    @Nullable String restAddress,
    @DefaultValue("0") int port,
    @DefaultValue("0") int restPort,
    @Nullable Path distribution,
    @Nullable Path exporterJar,
    @DefaultValue({}) List<String> exportedVariables,
    @DefaultValue("256m") String heap,
    @DefaultValue("120s") Duration readyWithin) {}
