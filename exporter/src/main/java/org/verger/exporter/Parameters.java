package org.verger.exporter;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parameters of a statement from left to right. A missing value has the type of the value
 * that could be there, so that the rows of a batch share one prepared statement.
 */
final class Parameters {

  private final PreparedStatement statement;
  private int last;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Takes what was set as one row of the batch, and starts the next. */
  void endRow() throws SQLException {
    statement.addBatch();
    last = 0;
  }

  Parameters number(int value) throws SQLException {
    statement.setInt(++last, value);
    return this;
  }

  Parameters key(@Nullable Long value) throws SQLException {
    if (value == null) {
      statement.setNull(++last, Types.BIGINT);
    } else {
      statement.setLong(++last, value);
    }
    return this;
  }

  Parameters text(@Nullable String value) throws SQLException {
    statement.setString(++last, value);
    return this;
  }

  Parameters time(@Nullable Instant value) throws SQLException {
    if (value == null) {
      statement.setNull(++last, Types.TIMESTAMP_WITH_TIMEZONE);
    } else {
      statement.setObject(++last, value.atOffset(ZoneOffset.UTC));
    }
    return this;
  }

  Parameters texts(List<String> values) throws SQLException {
    statement.setArray(
        ++last, statement.getConnection().createArrayOf("text", values.toArray(String[]::new)));
    return this;
  }
}
