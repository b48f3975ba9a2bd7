package org.verger.engine.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts the broker's Java machine, which is the one that runs the application. */
final class BrokerCommand {

  private static final Pattern MAIN_CLASS =
      Pattern.compile("^\\s*(io\\.camunda\\.\\S+)", Pattern.MULTILINE);

  private BrokerCommand() {}

  static Process start(BrokerSettings settings) throws IOException {
    Files.createDirectories(settings.home().resolve("logs"));
    ProcessBuilder builder =
        new ProcessBuilder(command(settings))
            .directory(settings.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(settings.consoleFile().toFile());
    builder.environment().putAll(settings.environment());
    return builder.start();
  }

  private static List<String> command(BrokerSettings settings) throws IOException {
    Path distribution = settings.distribution();
    List<String> command = new ArrayList<>(deafToTheKeyboard());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(settings.mark());
    command.add("-Dbasedir=" + settings.home());
    command.add("-Xmx" + settings.heap());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    command.add("-Dfile.encoding=UTF-8");
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-classpath");
    command.add(
        distribution.resolve("config") + File.pathSeparator + distribution.resolve("lib") + "/*");
    command.add(mainClass(distribution));
    return command;
  }

  // Ctrl-C reaches every program of the terminal at once, and the broker has to outlive the
  // workers.
  // Java leaves a signal alone that was being ignored when it started.
  private static List<String> deafToTheKeyboard() {
    return File.separatorChar == '/'
        ? List.of("/bin/sh", "-c", "trap '' INT HUP QUIT; exec \"$@\"", "broker")
        : List.of();
  }

  // It differs between the versions, and their own start script knows.
  private static String mainClass(Path distribution) throws IOException {
    Matcher matcher = MAIN_CLASS.matcher(Files.readString(distribution.resolve("bin/broker")));
    if (!matcher.find()) {
      throw new IOException(distribution + "/bin/broker names no class to start");
    }
    return matcher.group(1);
  }
}
