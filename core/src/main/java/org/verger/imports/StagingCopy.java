package org.verger.imports;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into a table by {@code COPY}. Nothing else can use the connection meanwhile. */
final class StagingCopy implements Closeable {

  private static final int FULL = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder line = new StringBuilder(FULL + 1024);
  private long rows;

  StagingCopy(Connection connection, String table, List<String> columns) throws SQLException {
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s (%s) FROM STDIN".formatted(table, String.join(", ", columns)));
  }

  /** Writes a row; a null is a null. */
  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        line.append('\t');
      }
      append(values[i]);
    }
    line.append('\n');
    rows++;
    if (line.length() > FULL) {
      flush();
    }
  }

  private void append(@Nullable Object value) {
    switch (value) {
      case null -> line.append("\\N");
      case String text -> appendText(text);
      case Collection<?> several ->
          line.append(
              several.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
      default -> line.append(value);
    }
  }

  private void appendText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }

  private void flush() throws SQLException {
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    line.setLength(0);
  }

  /** Ends it well; without it, closing gives the rows up. */
  long finish() throws SQLException {
    flush();
    copy.endCopy();
    return rows;
  }

  @Override
  public void close() {
    if (copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException alreadyBroken) {
        // The transaction is rolled back anyway.
        return;
      }
    }
  }
}
