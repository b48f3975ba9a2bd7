package org.verger.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A worker that does for each subject what its test says, and remembers what it was given. */
final class TestWork implements JobWorker<TestWork.In, TestWork.Out> {

  /**
   * @param greeting from a task header
   * @param number from a task header, or the variable of that name
   */
  record In(String subjectId, String greeting, int number, @Nullable String wish) {}

  record Out(String result) {}

  private final Map<String, Function<In, Out>> scripts = new ConcurrentHashMap<>();
  private final List<In> seen = new CopyOnWriteArrayList<>();

  @Override
  public String jobType() {
    return "test-work";
  }

  @Override
  public Out work(In input) {
    seen.add(input);
    return scripts.getOrDefault(input.subjectId(), done -> new Out("done")).apply(input);
  }

  void script(String subject, Function<In, Out> script) {
    scripts.put(subject, script);
  }

  List<In> seen(String subject) {
    return seen.stream().filter(input -> input.subjectId().equals(subject)).toList();
  }
}
