package org.verger.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** The workers by the type of their jobs; each type has one. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobRegistry {

  private final Map<String, JobWorker<?, ?>> workers = new TreeMap<>();

  JobRegistry(ObjectProvider<JobWorker<?, ?>> beans) {
    beans.forEach(this::add);
  }

  private void add(JobWorker<?, ?> worker) {
    JobWorker<?, ?> other = workers.putIfAbsent(worker.jobType(), worker);
    if (other != null) {
      throw new IllegalStateException(
          "Job type %s has two workers, %s and %s: give one of them a type of its own"
              .formatted(worker.jobType(), name(other), name(worker)));
    }
  }

  private static String name(JobWorker<?, ?> worker) {
    return AopUtils.getTargetClass(worker).getSimpleName();
  }

  Map<String, JobWorker<?, ?>> byType() {
    return Map.copyOf(workers);
  }

  Set<String> types() {
    return Set.copyOf(workers.keySet());
  }
}
