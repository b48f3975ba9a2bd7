package org.verger.batch;

import java.time.LocalTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs whose work is to write down numbers, each of which can be written once. */
@Configuration(proxyBeanMethods = false)
public class TestJobs {

  /** How many numbers each step of {@code counting} writes. */
  public static final int NUMBERS = 6;

  /** The numbers of a church. */
  public record Numbers(JdbcClient jdbc, TransactionTemplate transactions) {

    /** How many of a step's are there. */
    public int count(String step) {
      return transactions.execute(
          open ->
              jdbc.sql("SELECT count(*) FROM message_stop WHERE source = ?")
                  .param(step)
                  .query(Integer.class)
                  .single());
    }

    /** Writes the next of a step; the key refuses one that is there. */
    public int writeNext(String step) {
      int next = count(step) + 1;
      transactions.executeWithoutResult(
          open ->
              jdbc.sql("INSERT INTO message_stop (address, source, at) VALUES (?, ?, now())")
                  .params(step + "-" + next, step)
                  .update());
      return next;
    }
  }

  @Bean
  Numbers numbers(JdbcClient jdbc, TransactionTemplate transactions) {
    return new Numbers(jdbc, transactions);
  }

  /** Two steps. {@code trouble} says at which number of which step what happens: "two-3-fail". */
  @Bean
  ChurchJob counting(Numbers numbers) {
    return ChurchJob.named("counting", "Counting")
        .lane(Lane.NIGHTLY)
        .scheduled(Rhythm.daily(LocalTime.of(2, 0)))
        .byHand()
        .step("one", run -> work(run, numbers, "one"))
        .step("two", run -> work(run, numbers, "two"))
        .build();
  }

  /** The same in the other lane; it stops in the middle of its work. */
  @Bean
  ChurchJob bulkCounting(Numbers numbers) {
    return ChurchJob.named("bulk-counting", "Counting much")
        .lane(Lane.BULK)
        .byHand(JobInput.date("from", "From"))
        .step("bulk", run -> work(run, numbers, "bulk"))
        .build();
  }

  private static boolean work(RunContext run, Numbers numbers, String step) {
    run.total(2 * NUMBERS);
    Trouble.meet(run, step, numbers.count(step) + 1);
    if (run.stopRequested()) {
      if (step.equals("bulk")) {
        throw new RunStoppedException();
      }
      return true;
    }
    if (numbers.count(step) == NUMBERS) {
      return false;
    }
    numbers.writeNext(step);
    run.read(1);
    run.written(1);
    return numbers.count(step) < NUMBERS;
  }

  /** What a test wants to happen in the middle of the work. */
  public static final class Trouble {

    private static volatile String fails = "";
    private static volatile String holds = "";
    private static volatile String waits = "";
    private static volatile CountDownLatch waiting = new CountDownLatch(1);
    private static volatile CountDownLatch gate = new CountDownLatch(1);

    private Trouble() {}

    /** From now on nothing happens. */
    public static void none() {
      fails = "";
      holds = "";
      waits = "";
      gate.countDown();
    }

    public static void failAt(String place) {
      fails = place;
    }

    public static void holdAt(String place) {
      holds = place;
    }

    /** Lets the work wait there until it is let go. */
    public static void waitAt(String place) {
      waiting = new CountDownLatch(1);
      gate = new CountDownLatch(1);
      waits = place;
    }

    /** Returns when the work waits. */
    public static void awaitWaiting() throws InterruptedException {
      if (!waiting.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("The work has not come there");
      }
    }

    public static void letGo() {
      waits = "";
      gate.countDown();
    }

    static void meet(RunContext run, String step, int number) {
      String mine = run.tenant() + "/" + step + "-" + number;
      try {
        if (mine.equals(waits)) {
          waiting.countDown();
          gate.await();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      if (mine.equals(fails)) {
        throw new IllegalStateException("Ruth Example, +1 312 555 0100");
      }
      if (mine.equals(holds)) {
        throw new RunHeldException("3 gifts have no fund");
      }
    }
  }
}
