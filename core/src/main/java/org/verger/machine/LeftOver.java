package org.verger.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds a program of ours that outlived the application, by the process id in a file. The number
 * may belong to somebody else by now, so the command line has to name something of ours as well.
 */
public final class LeftOver {

  private LeftOver() {}

  /**
   * The process that the file's first line names, when it still runs and is ours.
   *
   * @param mark text that only our program's command line contains, such as its data folder
   */
  public static Optional<ProcessHandle> find(Path pidFile, String mark) {
    return pid(pidFile)
        .flatMap(ProcessHandle::of)
        .filter(process -> process.info().commandLine().orElse("").contains(mark));
  }

  private static Optional<Long> pid(Path pidFile) {
    try {
      return Files.readString(pidFile)
          .lines()
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,10}"))
          .map(Long::valueOf);
    } catch (NoSuchFileException noneLeft) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
