package org.verger.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.verger.deployment.CannotStartException;

class SupervisorTest {

  @Test
  void startsAKilledProgramAgain() {
    SleepingProgram program = new SleepingProgram(attempt -> false);
    try (Supervisor supervisor = Supervisor.of(program)) {
      supervisor.awaitStart();
      program.kill();
      await().untilAsserted(() -> assertThat(program.started()).isEqualTo(2));
      program.kill();
      await().untilAsserted(() -> assertThat(program.started()).isEqualTo(3));
    }
    assertThat(program.running()).isFalse();
  }

  @Test
  void goesOnTryingWhenTheProgramDoesNotComeUpAgain() {
    SleepingProgram program = new SleepingProgram(attempt -> attempt == 2 || attempt == 3);
    try (Supervisor supervisor = Supervisor.of(program)) {
      supervisor.awaitStart();
      program.kill();
      await().untilAsserted(() -> assertThat(program.started()).isEqualTo(2));
      assertThat(program.attempts()).isEqualTo(4);
    }
  }

  @Test
  void doesNotRepeatAFirstStartThatFails() {
    SleepingProgram program = new SleepingProgram(attempt -> true);
    try (Supervisor supervisor = Supervisor.of(program)) {
      assertThatThrownBy(supervisor::awaitStart)
          .isInstanceOf(CannotStartException.class)
          .hasMessage("It is tired");
    }
    assertThat(program.attempts()).isEqualTo(1);
  }

  @Test
  void doesNotStartAgainWhatItStopped() {
    SleepingProgram program = new SleepingProgram(attempt -> false);
    Supervisor supervisor = Supervisor.of(program);
    supervisor.awaitStart();
    supervisor.close();
    assertThat(program.attempts()).isEqualTo(1);
    assertThat(program.running()).isFalse();
  }

  private interface Mood {
    boolean failsAt(int attempt);
  }

  private static final class SleepingProgram implements Program {

    private final Mood mood;
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Process> processes = new CopyOnWriteArrayList<>();

    SleepingProgram(Mood mood) {
      this.mood = mood;
    }

    @Override
    public String name() {
      return "The sleeper";
    }

    @Override
    public ProcessHandle start() {
      if (mood.failsAt(attempts.incrementAndGet())) {
        throw new CannotStartException("It is tired");
      }
      try {
        Process process = new ProcessBuilder("sleep", "60").start();
        processes.add(process);
        return process.toHandle();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void stop() {
      processes.forEach(process -> process.destroyForcibly().onExit().join());
    }

    int attempts() {
      return attempts.get();
    }

    int started() {
      return processes.size();
    }

    boolean running() {
      return processes.stream().anyMatch(Process::isAlive);
    }

    void kill() {
      processes.getLast().destroyForcibly();
    }
  }
}
