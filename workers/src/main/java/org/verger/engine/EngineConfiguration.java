package org.verger.engine;

import io.camunda.client.CamundaClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.deployment.RunsInRole;

@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.WORKERS)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  @Bean
  CamundaClient camundaClient(EngineAddress address, JobThreads threads, GatewayVersion version) {
    return CamundaClient.newClientBuilder()
        .applyEnvironmentVariableOverrides(false)
        .grpcAddress(address.grpc())
        .restAddress(address.rest())
        .preferRestOverGrpc(false)
        .jobWorkerExecutor(threads.executor(), false)
        .withChainHandlers(version)
        .build();
  }
}
