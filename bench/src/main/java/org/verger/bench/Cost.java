package org.verger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was used: processor time in milliseconds by who used it, and what the database server wrote.
 *
 * @param bench this process: the client of Verger's API, and Flowable with its application
 * @param transactions that changed something
 * @param log bytes of the write-ahead log
 */
record Cost(
    double bench,
    double application,
    double broker,
    double database,
    double transactions,
    double log) {

  // In the words of /proc/<pid>/stat that follow the name.
  private static final int CHILDREN = 13;
  private static final int MILLIS_PER_TICK = 10;
  private static final Pattern WORDS = Pattern.compile(" ");

  static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

  /** What was used until now. */
  static Cost now(DatabaseServer server) {
    return new Cost(
        of(Stream.of(ProcessHandle.current())),
        of(ProcessHandle.current().children()),
        of(withChildren(number(server.data().resolve("engine/broker.pid")))),
        of(withChildren(server.pid())) + ended(server.pid()),
        server.transactions(),
        server.log());
  }

  private static Stream<ProcessHandle> withChildren(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return Stream.concat(process.stream(), process.stream().flatMap(ProcessHandle::descendants));
  }

  private static long number(Path file) {
    try {
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static double of(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .mapToLong(Duration::toMillis)
        .sum();
  }

  // The server's processes come and go; what those used that are gone only Linux says.
  private static double ended(long parent) {
    Path file = Path.of("/proc/%d/stat".formatted(parent));
    try {
      if (!Files.exists(file)) {
        return 0;
      }
      String[] fields = WORDS.split(Files.readString(file).replaceFirst(".*\\) ", ""), -1);
      return MILLIS_PER_TICK
          * (Long.parseLong(fields[CHILDREN]) + Long.parseLong(fields[CHILDREN + 1]));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Cost plus(Cost other) {
    return new Cost(
        bench + other.bench,
        application + other.application,
        broker + other.broker,
        database + other.database,
        transactions + other.transactions,
        log + other.log);
  }

  Cost times(double factor) {
    return new Cost(
        bench * factor,
        application * factor,
        broker * factor,
        database * factor,
        transactions * factor,
        log * factor);
  }

  /** All processor time. */
  double processor() {
    return bench + application + broker + database;
  }
}
