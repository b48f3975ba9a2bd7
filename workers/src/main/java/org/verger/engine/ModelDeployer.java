package org.verger.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.camunda.client.api.response.Topology;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Hands the models to the engine, which makes a new version of those that have changed. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class ModelDeployer {

  private static final Logger log = LoggerFactory.getLogger(ModelDeployer.class);

  private final CamundaClient client;
  private final GatewayVersion version;
  private final Models models;

  ModelDeployer(CamundaClient client, GatewayVersion version, Models models) {
    this.client = client;
    this.version = version;
    this.models = models;
  }

  /**
   * Deploys every model.
   *
   * @throws EngineAwayException when it may succeed later
   * @throws ModelRejectedException when it will not
   */
  void deploy() {
    requireLeaders();
    models.all().forEach(this::deploy);
    log.info("{} models are deployed", models.all().size());
  }

  private void requireLeaders() {
    try {
      Topology topology = client.newTopologyRequest().send().join();
      version.learn(topology.getGatewayVersion());
      if (!IntStream.rangeClosed(1, topology.getPartitionsCount())
          .allMatch(partition -> hasLeader(topology, partition))) {
        throw new EngineAwayException("not each of its partitions has a healthy leader");
      }
    } catch (ClientStatusException away) {
      throw new EngineAwayException("it answers " + away.getStatusCode());
    }
  }

  private static boolean hasLeader(Topology topology, int partition) {
    return topology.getBrokers().stream()
        .flatMap(broker -> broker.getPartitions().stream())
        .anyMatch(
            part ->
                part.getPartitionId() == partition
                    && part.isLeader()
                    && part.getHealth() == PartitionBrokerHealth.HEALTHY);
  }

  /** One by one, because of models that are deployed together all get a new version if one does. */
  private void deploy(Models.Model model) {
    try {
      client
          .newDeployResourceCommand()
          .addResourceBytes(model.content(), model.name())
          .send()
          .join();
    } catch (ClientStatusException refused) {
      if (EngineStatus.isPassing(refused.getStatusCode())) {
        throw new EngineAwayException("it answers " + refused.getStatusCode());
      }
      throw new ModelRejectedException(model.name(), String.valueOf(refused.getMessage()));
    }
  }
}
