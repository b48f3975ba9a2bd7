package org.verger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Files such as other systems export, with fictional people. */
final class ImportSamples {

  private static final String[] GIVEN = {"Ruth", "Naomi", "Boaz", "Obed", "Miriam", "Joel", "Amos"};
  private static final String[] FUNDS = {"General", "Missions", "Building", "Youth"};
  private static final String[] METHODS = {"Cash", "Check", "Card", "Online"};

  private ImportSamples() {}

  /** Members, four to a family. */
  static Path members(Path file, int rows) {
    return write(
        file,
        "Person ID,First Name,Last Name,Email,Mobile,Birthdate,Household ID,Household"
            + " Name,Address,City,Zip",
        rows,
        (line, number) -> {
          int family = number / 4;
          line.append(number)
              .append(',')
              .append(GIVEN[number % GIVEN.length])
              .append(",Family")
              .append(family)
              .append(",p")
              .append(number)
              .append("@example.org,(312) 555-")
              .append(String.format("%04d", number % 10_000))
              .append(',')
              .append(1 + number % 12)
              .append('/')
              .append(1 + number % 28)
              .append('/')
              .append(1940 + number % 80)
              .append(",H")
              .append(family)
              .append(",Family")
              .append(family)
              .append(',')
              .append(family)
              .append(" Field Rd,Chicago,60601");
        });
  }

  /** Gifts of ten years, of the members or, where there are none, of nobody in particular. */
  static Path gifts(Path file, int rows, int members, Random random) {
    return write(
        file,
        "Date,Person ID,Fund,Amount,Method,Check Number",
        rows,
        (line, number) ->
            line.append(1 + random.nextInt(12))
                .append('/')
                .append(1 + random.nextInt(28))
                .append('/')
                .append(2015 + random.nextInt(10))
                .append(',')
                .append(members == 0 ? "" : String.valueOf(random.nextInt(members)))
                .append(',')
                .append(FUNDS[random.nextInt(FUNDS.length)])
                .append(",$")
                .append(1 + random.nextInt(900))
                .append(".50,")
                .append(METHODS[random.nextInt(METHODS.length)])
                .append(',')
                .append(number));
  }

  private interface Lines {
    void add(StringBuilder line, int number);
  }

  private static Path write(Path file, String header, int rows, Lines lines) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(header);
      StringBuilder line = new StringBuilder();
      for (int number = 0; number < rows; number++) {
        line.setLength(0);
        line.append('\n');
        lines.add(line, number);
        out.append(line);
      }
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
