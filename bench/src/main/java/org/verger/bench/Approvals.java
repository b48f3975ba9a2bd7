package org.verger.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;
import org.verger.endtoend.RunningVerger;

/**
 * The tasks of one approver who has many: listed, searched and decided, beside Flowable embedded in
 * this process, on the same database server. The sides take turns.
 */
public final class Approvals {

  private static final String LEADER = "group-leader@olamchurch.example";
  private static final String APPROVER = "campus-leader@olamchurch.example";
  private static final int ROUNDS = 5;
  private static final int READS_PER_ROUND = 20;
  private static final int CHAIN_ROUNDS = 4;

  private final PrintStream out;
  private final DatabaseServer server;
  private final VergerTasks verger;
  private final VergerCore core;
  private final FlowableTasks flowable;
  private final int tasks;
  private final int decisions;
  private final int warmUp;
  private final int alone;

  private Approvals(
      PrintStream out,
      DatabaseServer server,
      VergerTasks verger,
      VergerCore core,
      FlowableTasks flowable) {
    this.out = out;
    this.server = server;
    this.verger = verger;
    this.core = core;
    this.flowable = flowable;
    this.tasks = Integer.getInteger("bench.tasks", 10_000);
    this.decisions = Math.min(Integer.getInteger("bench.decisions", 2_000), tasks / 2);
    this.warmUp = decisions / 2;
    this.alone = Math.max(1, decisions / 5);
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    LoggingSystem.get(Approvals.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    Path folder = Files.createTempDirectory("verger-bench");
    try (RunningVerger application =
        RunningVerger.start(folder, List.of("-Xmx1g")).awaitReady().atNoon()) {
      DatabaseServer server = new DatabaseServer(folder.resolve("data"));
      try (FlowableTasks flowable = new FlowableTasks(server, LEADER, APPROVER);
          VergerCore core = new VergerCore(server, flowable.approver())) {
        VergerTasks verger = new VergerTasks(application, server, LEADER, APPROVER);
        new Approvals(System.out, server, verger, core, flowable).run();
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private List<TaskSide> sides() {
    return List.of(verger, flowable);
  }

  private void run() {
    open();
    warmUp();
    sides().forEach(TaskSide::settle);
    server.vacuum("verger");
    server.vacuum("flowable");
    reads();
    decideAlone();
    chains();
    sameRecords();
  }

  private void open() {
    for (TaskSide side : sides()) {
      Samples opened = new Samples();
      opened.round(server, () -> side.open(tasks + warmUp));
      print("%s: %d tasks opened in %.0f s", side.name(), tasks + warmUp, opened.seconds());
    }
  }

  private void warmUp() {
    for (TaskSide side : sides()) {
      decide(side, new Samples(), side.tasks(warmUp), TaskSide.AT_ONCE);
    }
  }

  private void reads() {
    print(
        "%d open tasks of one approver, milliseconds over %d times each",
        tasks, ROUNDS * READS_PER_ROUND);
    print(
        "| | p50 | p95 | processor time: bench | application | broker | PostgreSQL | all |"
            + " transactions | log, KiB |");
    print("|---|---|---|---|---|---|---|---|---|---|");
    List<TaskReads> all = List.of(verger, core, flowable);
    read("first page", all, side -> side.page(0));
    read("page in the middle", all, side -> side.page(tasks / 2));
    read("kind and search", all, side -> side.search("expense", "payee 77"));
    read("numbers of tasks", List.<TaskCounts>of(core, flowable), TaskCounts::count);
  }

  private <S extends TaskReads> void read(String what, List<S> sides, ToIntFunction<S> call) {
    Map<S, Samples> samples = new LinkedHashMap<>();
    sides.forEach(side -> samples.put(side, new Samples()));
    sides.forEach(side -> round(new Samples(), side, call));
    for (int round = 0; round < ROUNDS; round++) {
      samples.forEach((side, of) -> round(of, side, call));
    }
    samples.forEach((side, of) -> row(what, side, of));
    sameShown(what, samples.values().stream().map(Samples::shown).distinct().toList());
  }

  private <S> void round(Samples samples, S side, ToIntFunction<S> call) {
    samples.round(
        server,
        () -> {
          for (int time = 0; time < READS_PER_ROUND; time++) {
            samples.time(() -> samples.shown(call.applyAsInt(side)));
          }
        });
  }

  private static void sameShown(String what, List<Integer> shown) {
    if (shown.size() > 1) {
      throw new IllegalStateException("The sides show different numbers of tasks: " + what + shown);
    }
  }

  private void sameRecords() {
    Map<String, Long> ours =
        FlowableRecords.rows(server.administrator("verger"), VergerCore.CHURCH.schema());
    Map<String, Long> theirs = FlowableRecords.rows(server.administrator("flowable"), "public");
    if (!ours.equals(theirs)) {
      throw new IllegalStateException("The records differ: %s and %s".formatted(ours, theirs));
    }
    print("both sides wrote the same numbers of rows: %s", ours);
  }

  private void decideAlone() {
    for (TaskSide side : sides()) {
      Samples samples = new Samples();
      decide(side, samples, side.tasks(alone), 1);
      row("decide, one by one", side, samples);
    }
  }

  private void chains() {
    Chains ours = new Chains(verger, new Samples(), new ArrayList<>());
    Chains theirs = new Chains(flowable, new Samples(), new ArrayList<>());
    for (int round = 1; round <= CHAIN_ROUNDS; round++) {
      for (Chains one : List.of(ours, theirs)) {
        List<String> some = one.side().tasks(decisions / CHAIN_ROUNDS);
        Rates rate = decide(one.side(), one.samples(), some, TaskSide.AT_ONCE);
        one.rates().add(rate);
        print("round %d, %s: %s", round, one.side().name(), rate);
      }
    }
    row("decide, 8 at once, and to the end", verger, ours.samples());
    row("decide, 8 at once, and to the end", flowable, theirs.samples());
    compare("decisions", ours, theirs, Rates::decisions);
    compare("completed chains", ours, theirs, Rates::chains);
  }

  private record Chains(TaskSide side, Samples samples, List<Rates> rates) {

    double median(ToDoubleFunction<Rates> figure) {
      List<Double> sorted = rates.stream().map(figure::applyAsDouble).sorted().toList();
      return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
  }

  /** What was done in a second. */
  private record Rates(double decisions, double chains) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.1f decisions, %.1f chains per second", decisions, chains);
    }
  }

  private void compare(String what, Chains ours, Chains theirs, ToDoubleFunction<Rates> figure) {
    double here = ours.median(figure);
    double there = theirs.median(figure);
    print(
        "%s per second, median of %d: Verger %.1f, Flowable %.1f, ratio %.2f",
        what, CHAIN_ROUNDS, here, there, here / there);
  }

  // A chain is complete with its payout; the processor time is that of all that follows, too.
  private Rates decide(TaskSide side, Samples samples, List<String> some, int atOnce) {
    long before = side.released();
    AtomicInteger refused = new AtomicInteger();
    Stopwatch watch = new Stopwatch();
    samples.round(
        server,
        () -> {
          watch.start();
          Together.run(some, atOnce, task -> decide(side, samples, task, refused));
          watch.answered();
          while (side.released() < before + some.size() - refused.get()) {
            Together.rest(Duration.ofMillis(20));
          }
          watch.released();
          side.settle();
        });
    if (refused.get() > 0) {
      print("%s refused %d of %d decisions", side.name(), refused.get(), some.size());
    }
    return watch.rates(some.size());
  }

  private static void decide(TaskSide side, Samples samples, String task, AtomicInteger refused) {
    samples.time(
        () -> {
          if (!side.approve(task)) {
            refused.incrementAndGet();
          }
        });
  }

  private static final class Stopwatch {

    private long start;
    private double answered;
    private double released;

    void start() {
      start = System.nanoTime();
    }

    void answered() {
      answered = (System.nanoTime() - start) / 1e9;
    }

    void released() {
      released = (System.nanoTime() - start) / 1e9;
    }

    Rates rates(int count) {
      return new Rates(count / answered, count / released);
    }
  }

  private void row(String what, TaskReads side, Samples samples) {
    Cost cost = samples.costOfEach();
    print(
        "| %s, %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
        what,
        side.name(),
        samples.percentile(50),
        samples.percentile(95),
        cost.bench(),
        cost.application(),
        cost.broker(),
        cost.database(),
        cost.processor(),
        cost.transactions(),
        cost.log() / 1024);
  }

  @FormatMethod
  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
