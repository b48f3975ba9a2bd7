package org.verger.batch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs that there are. */
@Component
public class BatchJobs {

  private final ObjectProvider<ChurchJob> beans;

  BatchJobs(ObjectProvider<ChurchJob> beans) {
    this.beans = beans;
  }

  /**
   * All of them, by title.
   *
   * @throws IllegalStateException when two have one name
   */
  public List<ChurchJob> all() {
    return beans.stream()
        .collect(Collectors.toMap(ChurchJob::name, Function.identity()))
        .values()
        .stream()
        .sorted(Comparator.comparing(ChurchJob::title))
        .toList();
  }

  /** Those that run by themselves. */
  public Stream<ChurchJob> scheduled() {
    return all().stream().filter(job -> job.rhythm() != null);
  }

  /** The job of that name. */
  public Optional<ChurchJob> find(String name) {
    return all().stream().filter(job -> job.name().equals(name)).findFirst();
  }

  /**
   * The job of that name.
   *
   * @throws UnknownJobException when there is none
   */
  public ChurchJob require(String name) {
    return find(name).orElseThrow(() -> new UnknownJobException(name));
  }
}
