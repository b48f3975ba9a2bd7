package org.verger.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the engine did to schema {@code engine}, exactly once. The broker makes one of it per
 * partition and calls it from one thread.
 *
 * <p>Arguments: {@code url}, {@code user}, {@code password}, and {@code variables}, a list with
 * commas of the process variables that may be stored beside {@code tenantId} and {@code subjectId}.
 */
public final class PostgresExporter implements Exporter {

  private static final int CAPACITY = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Buffer buffer = new Buffer(CAPACITY, PATIENCE);
  private Map<ValueType, List<Projection<?, ?>>> projections = Map.of();
  private @Nullable Context context;
  private @Nullable Database database;
  private @Nullable Thread flusher;

  /** Fails when an argument is missing, and with it the start of the broker. */
  @Override
  public void configure(Context context) {
    Arguments arguments = Arguments.of(context.getConfiguration().getArguments());
    List<Projection<?, ?>> all = all(arguments);
    this.context = context;
    projections = all.stream().collect(Collectors.groupingBy(Projection::source));
    database =
        new Database(
            Database.server(arguments), context.getPartitionId(), all, context.getLogger());
    context.setFilter(new EventsOf(projections.keySet()));
  }

  /** In the order in which the tables are written: one may read what another has written. */
  private static List<Projection<?, ?>> all(Arguments arguments) {
    return List.of(
        new Variables(arguments.variables()),
        new ProcessDefinitions(),
        new ProcessInstances(),
        new ElementInstances(),
        new UserTasks(),
        new Incidents(),
        new Timers(),
        new Jobs());
  }

  /** Does not wait for the database, which may be away or without a schema yet. */
  @Override
  public void open(Controller controller) {
    Context configured = configured(context);
    Flusher flushing =
        new Flusher(
            buffer,
            configured(database),
            controller::updateLastExportedRecordPosition,
            configured.getLogger());
    Thread thread = new Thread(flushing, "verger-exporter-" + configured.getPartitionId());
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(
        (ended, defect) -> configured.getLogger().error("The exporter has stopped", defect));
    thread.start();
    flusher = thread;
  }

  private static <T> T configured(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("The exporter was opened before it was configured");
    }
    return part;
  }

  @Override
  public void export(Record<?> event) {
    List<? extends Change<?>> changes =
        projections.getOrDefault(event.getValueType(), List.of()).stream()
            .flatMap(projection -> Change.of(projection, event).stream())
            .toList();
    buffer.add(changes, event.getPosition(), Events.timeOf(event));
  }

  /** What is not committed yet comes again after the next start. */
  @Override
  public void close() {
    if (flusher != null) {
      flusher.interrupt();
    }
  }

  private record EventsOf(Set<ValueType> types) implements Context.RecordFilter {

    @Override
    public boolean acceptType(RecordType type) {
      return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType type) {
      return types.contains(type);
    }
  }
}
