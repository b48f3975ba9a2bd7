package org.verger.batch.runner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process runs batch jobs; all under {@code verger.batch}.
 *
 * @param node what this process is called. A name of its own, the same after a restart, lets it
 *     take up at once what it was working on when it died; without one it waits for {@code stale}
 * @param nightlyThreads how many nightly runs there are at once
 * @param bulkThreads how many bulk runs there are at once
 * @param poll how soon a run is taken up whose notification was lost
 * @param beat how often it is written down how far runs have come
 * @param stale how long a run that nobody wrote about is left to its process
 * @param attempts how often a run is taken up again after its process died
 * @param lateAfter how long after its time a scheduled run has to be done
 */
@ConfigurationProperties("verger.batch")
record RunnerSettings(
    @Nullable String node,
    @DefaultValue("2") int nightlyThreads,
    @DefaultValue("2") int bulkThreads,
    @DefaultValue("PT2S") Duration poll,
    @DefaultValue("PT1S") Duration beat,
    @DefaultValue("PT30S") Duration stale,
    @DefaultValue("5") int attempts,
    @DefaultValue("PT4H") Duration lateAfter) {}
