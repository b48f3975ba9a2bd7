package org.verger.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** The threads that jobs run on; the client uses the same ones for fetching jobs. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobThreads implements DisposableBean {

  private final ScheduledThreadPoolExecutor executor;

  JobThreads(EngineSettings settings) {
    executor =
        new ScheduledThreadPoolExecutor(
            settings.jobs().threads(), new CustomizableThreadFactory("job-"));
    executor.setRemoveOnCancelPolicy(true);
  }

  ScheduledThreadPoolExecutor executor() {
    return executor;
  }

  /**
   * Waits until all that was handed in before this call has ended: work is taken in order, so when
   * each thread has come to a task of ours at the same time, nothing older is left.
   *
   * @return whether it ended within {@code limit}
   */
  boolean settle(Duration limit) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(executor.getCorePoolSize());
    for (int thread = 0; thread < executor.getCorePoolSize(); thread++) {
      executor.execute(() -> meet(reached, limit));
    }
    return reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void meet(CountDownLatch reached, Duration limit) {
    reached.countDown();
    try {
      reached.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }
}
