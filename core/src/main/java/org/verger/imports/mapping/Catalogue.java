package org.verger.imports.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Reads what stands as files in a folder of the class path, one record a file. */
final class Catalogue {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Catalogue() {}

  /** All records of a folder, in the order of their file names. */
  static <T> List<T> read(String folder, Class<T> type) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:imports/" + folder + "/*.json");
      Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
      List<T> records = new ArrayList<>();
      for (Resource file : files) {
        try (InputStream in = file.getInputStream()) {
          records.add(JSON.readValue(in, type));
        }
      }
      return List.copyOf(records);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
