package org.verger.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process works with the engine; all under {@code verger.engine}.
 *
 * @param models the folder whose models are deployed
 * @param patience how long the start waits for the engine before it goes on without it
 * @param messageLifetime how long the engine keeps a message that nobody waits for, and recognises
 *     it when it is handed over twice
 * @param batch how many commands the relay has in flight at once
 * @param jobs how jobs are worked on
 */
@ConfigurationProperties("verger.engine")
record EngineSettings(
    @DefaultValue("classpath*:bpmn/") String models,
    @DefaultValue("PT30S") Duration patience,
    @DefaultValue("PT24H") Duration messageLifetime,
    @DefaultValue("200") int batch,
    @DefaultValue Jobs jobs) {

  /**
   * @param threads how many jobs run at once
   * @param active how many jobs of one type are fetched ahead
   * @param timeout when a job that was not answered is given to somebody else; also how long an
   *     answer is offered to an engine that does not take it
   * @param stopLimit how long a stop waits for running jobs
   */
  record Jobs(
      @DefaultValue("24") int threads,
      @DefaultValue("32") int active,
      @DefaultValue("PT1M") Duration timeout,
      @DefaultValue("PT20S") Duration stopLimit) {}
}
