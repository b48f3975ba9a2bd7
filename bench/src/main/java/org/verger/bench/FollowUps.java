package org.verger.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.springframework.util.FileSystemUtils;
import org.verger.endtoend.RunningVerger;
import org.verger.machine.FreePorts;

/**
 * Follow-ups from the form to the delivered thank-you, beside a bare client that starts the same
 * model with messages and answers its jobs with workers that do nothing, on the same broker.
 *
 * <p>Rounds of the two alternate, so that both meet the same state of the machine.
 */
public final class FollowUps {

  private static final int WARM_UP = 5;
  private static final int ROUNDS = 5;
  private static final int PER_ROUND = 1000;
  private static final int IDLE = 100;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final PrintStream out;
  private final Side verger;
  private final Side bare;

  private FollowUps(PrintStream out, Side verger, Side bare) {
    this.out = out;
    this.verger = verger;
    this.bare = bare;
  }

  /** What is measured twice. */
  interface Side {

    /** How many follow-ups are between their form and their thank-you at once. */
    int IN_FLIGHT = 100;

    /**
     * Starts so many follow-ups, the next when one has its thank-you, and returns with the last.
     */
    void load(int count);

    /** Starts one follow-up and returns when it has its thank-you. */
    void one();
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("verger-bench");
    int engine = FreePorts.find();
    try (RunningVerger application =
        RunningVerger.start(folder, List.of("-Xmx1g"), "--verger.engine.port=" + engine)
            .awaitReady()
            .atNoon()) {
      try (BareClient bare = new BareClient(engine, application.now());
          Forms forms = new Forms(application.address(), folder.resolve("data"))) {
        new FollowUps(System.out, forms, bare).run();
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() throws InterruptedException {
    for (int round = 1; round <= WARM_UP; round++) {
      verger.load(PER_ROUND);
      bare.load(PER_ROUND);
    }
    load();
    idle();
  }

  private void load() {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    print("load, follow-ups with thank-you per second, %d each round", PER_ROUND);
    for (int round = 1; round <= ROUNDS; round++) {
      ours.add(PER_ROUND / seconds(() -> verger.load(PER_ROUND)));
      theirs.add(PER_ROUND / seconds(() -> bare.load(PER_ROUND)));
      print("round %d: Verger %.1f, bare client %.1f", round, ours.getLast(), theirs.getLast());
    }
    double verger = percentile(ours, 50);
    double bare = percentile(theirs, 50);
    print("median: Verger %.1f, bare client %.1f, ratio %.2f", verger, bare, verger / bare);
  }

  private void idle() throws InterruptedException {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int time = 0; time < IDLE; time++) {
      Thread.sleep(PAUSE);
      ours.add(1000 * seconds(verger::one));
      Thread.sleep(PAUSE);
      theirs.add(1000 * seconds(bare::one));
    }
    print("idle, ms from form to thank-you, %d times", IDLE);
    LongStream.of(50, 90, 99)
        .forEach(
            share ->
                print(
                    "p%d: Verger %.1f, bare client %.1f, ratio %.2f",
                    share,
                    percentile(ours, share),
                    percentile(theirs, share),
                    percentile(ours, share) / percentile(theirs, share)));
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static double percentile(List<Double> values, long share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.max(0, Math.ceil(sorted.size() * share / 100.0) - 1));
  }

  @FormatMethod
  private void print(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
