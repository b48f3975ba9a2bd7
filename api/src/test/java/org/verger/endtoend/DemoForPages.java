package org.verger.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * One running demo for the tests of pages that leave each other in peace. It starts with the first
 * of them, without the engine, and stops with the tests.
 */
record DemoForPages(RunningVerger verger, Path folder) {

  /** Held by each class that uses it: they leave each other in peace one after the other. */
  static final String LOCK = "demo for pages";

  private static @Nullable DemoForPages only;

  static synchronized DemoForPages get() throws IOException {
    DemoForPages running = only;
    if (running == null) {
      running = start();
      only = running;
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop));
    }
    return running;
  }

  private static DemoForPages start() throws IOException {
    Path folder = Files.createTempDirectory("verger-pages");
    RunningVerger verger = RunningVerger.start(folder, "--verger.roles=api,batch").awaitReady();
    return new DemoForPages(verger, folder);
  }

  private void stop() {
    try {
      verger.close();
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
