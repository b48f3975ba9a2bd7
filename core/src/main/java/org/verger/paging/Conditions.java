package org.verger.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a list's query. Only what restricts is written, so that the database can plan
 * for what was asked.
 */
public final class Conditions {

  private final List<String> parts = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new LinkedHashMap<>();

  /** Adds a condition without a parameter. */
  public Conditions and(String sql) {
    parts.add("(" + sql + ")");
    return this;
  }

  /** Adds a condition with its parameter; none when there is no value. */
  public Conditions and(String sql, String name, @Nullable Object value) {
    return value == null ? this : and(sql).with(name, value);
  }

  /** Gives the value of a parameter. */
  public Conditions with(String name, Object value) {
    params.put(name, value);
    return this;
  }

  /** All of them, for after {@code WHERE}. */
  public String sql() {
    return parts.isEmpty() ? "true" : String.join(" AND ", parts);
  }

  /** The values by the names of their parameters. */
  public Map<String, ?> params() {
    return params;
  }
}
