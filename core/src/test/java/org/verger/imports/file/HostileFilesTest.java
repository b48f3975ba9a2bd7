package org.verger.imports.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

  private static final String MEMORY = "-Xmx192m";

  @Test
  void hostileFilesEndInASentenceWithLittleMemory(@TempDir Path temporary, @TempDir Path logs)
      throws Exception {
    Map<String, String> outcomes = outcomes(temporary, logs.resolve("reader.log"));

    assertThat(outcomes)
        .containsEntry(
            "two gigabytes in a line",
            "Line 2 is longer than 1,000,000 bytes: the file has no line ends, or is not a table");
    assertThat(outcomes.get("two gigabytes in a quote"))
        .startsWith("Line 2 opens a quotation mark");
    assertThat(outcomes.get("two gigabytes of cells"))
        .startsWith("Line 2 has more than 1,000 columns");
    assertThat(outcomes.get("two gigabytes of delimiters"))
        .startsWith("Line 2 has more than 1,000 columns");
    assertThat(outcomes.get("a wide header")).startsWith("Line 1 has more than 1,000 columns");
    assertThat(outcomes.get("a billion NULs"))
        .startsWith("Line 2 holds a character that is no text (NUL)");
    assertThat(outcomes.get("blank lines")).startsWith("The file has more than 50,000,000 rows");
    assertThat(outcomes).containsEntry("long rows", "1011 rows");
    for (String bomb :
        List.of(
            "a bomb of ten gigabytes",
            "a bomb of rows",
            "a bomb in one cell",
            "a bomb in an attribute",
            "a bomb of shared texts",
            "a bomb of names",
            "ten thousand parts")) {
      assertThat(outcomes.get(bomb))
          .as(bomb)
          .startsWith("The file becomes far too large when it is unpacked");
    }
    assertThat(outcomes.get("five million shared texts"))
        .startsWith("The file holds too many different texts");
    assertThat(outcomes).containsEntry("a million shared texts", "0 rows");
    for (String damaged : List.of("a billion laughs", "an outside entity")) {
      assertThat(outcomes.get(damaged))
          .as(damaged)
          .startsWith("The file is damaged and cannot be read");
    }
    assertThat(outcomes.get("a column far out")).startsWith("Line 1 has more than 1,000 columns");
    assertThat(outcomes.get("ten thousand columns"))
        .startsWith("Line 1 has more than 1,000 columns");
    assertThat(temporary).isEmptyDirectory();
  }

  private static Map<String, String> outcomes(Path temporary, Path output)
      throws IOException, InterruptedException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classes,
                HostileFiles.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(new File("."))
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the reader ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    Map<String, String> outcomes = new LinkedHashMap<>();
    Files.readAllLines(output)
        .forEach(
            line ->
                outcomes.put(
                    line.substring(0, Math.max(0, line.indexOf(": "))),
                    line.substring(line.indexOf(": ") + 2)));
    return outcomes;
  }
}
