package org.verger.engine.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.database.ExporterLogin;
import org.verger.deployment.CannotStartException;
import org.verger.deployment.Launched;
import org.verger.deployment.RunsInRole;
import org.verger.engine.EngineAddress;
import org.verger.machine.DataFolder;
import org.verger.machine.Supervisor;
import org.verger.time.ClockKeeper;
import org.verger.time.MovableClock;

/** An engine of our own, where no other is named. */
@Configuration(proxyBeanMethods = false)
@Launched
@RunsInRole(RunsInRole.WORKERS)
@ConditionalOnExpression("'${verger.engine.address:}'.isEmpty()")
@EnableConfigurationProperties(EngineProperties.class)
class EmbeddedEngineConfiguration {

  @Bean
  BrokerSettings brokerSettings(
      EngineProperties properties,
      DataFolder folder,
      ExporterLogin exporter,
      @Value("${verger.demo:false}") boolean demo) {
    return new BrokerSettings(
        existing(properties.distribution(), "verger.engine.distribution"),
        folder.resolve("engine"),
        BrokerPorts.choose(properties.port(), properties.restPort()),
        properties.heap(),
        demo,
        new BrokerSettings.Exporter(
            existing(properties.exporterJar(), "verger.engine.exporter-jar"),
            exporter.url(),
            exporter.user(),
            exporter.password(),
            properties.exportedVariables()));
  }

  /** The keeper is asked for because it sets our clock to the stored offset. */
  @Bean
  @ConditionalOnBooleanProperty("verger.demo")
  BrokerClock brokerClock(BrokerSettings settings, MovableClock clock, ClockKeeper keeper) {
    return new BrokerClock(settings.ports().managementAddress(), clock.offset());
  }

  @Bean
  EngineAtStart engineAtStart(
      BrokerSettings settings, EngineProperties properties, ObjectProvider<BrokerClock> clock) {
    return EngineAtStart.embedded(
        Supervisor.of(
            new BrokerProgram(settings, properties.readyWithin(), clock.getIfAvailable())));
  }

  /** After the engine, so that its users are gone before it is. */
  @Bean
  EngineAddress engineAddress(BrokerSettings settings, EngineAtStart engine) {
    return settings.ports().address();
  }

  private static Path existing(@Nullable Path path, String property) {
    if (path == null || !Files.exists(path)) {
      throw new CannotStartException(
          "A part of the engine is missing (%s): build with mvn test-compile, set %s to where it is, or name another engine with verger.engine.address"
              .formatted(Objects.toString(path, "not configured"), property));
    }
    return path.toAbsolutePath().normalize();
  }
}
