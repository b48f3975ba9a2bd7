package org.verger.engine.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.deployment.Launched;
import org.verger.deployment.RunsInRole;
import org.verger.engine.EngineAddress;

/** The engine that {@code verger.engine.address} names. */
@Configuration(proxyBeanMethods = false)
@Launched
@RunsInRole(RunsInRole.WORKERS)
@ConditionalOnExpression("!'${verger.engine.address:}'.isEmpty()")
@EnableConfigurationProperties(EngineProperties.class)
class ExternalEngineConfiguration {

  @Bean
  EngineAddress engineAddress(EngineProperties properties) {
    return ExternalEngine.address(properties.address(), properties.restAddress());
  }

  @Bean
  EngineAtStart engineAtStart(EngineAddress address, EngineProperties properties) {
    return EngineAtStart.external(
        () -> ExternalEngine.await(address.grpc(), properties.readyWithin()));
  }
}
