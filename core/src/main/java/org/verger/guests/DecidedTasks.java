package org.verger.guests;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that somebody has decided, also while the engine has not heard of it yet. */
@Component
public class DecidedTasks {

  private final JdbcClient jdbc;

  DecidedTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the keys whose task is decided. */
  @Transactional(readOnly = true)
  public Set<Long> among(Collection<Long> keys) {
    return jdbc
        .sql("SELECT task_key FROM guest_task WHERE task_key = ANY (?)")
        .param(keys.toArray(Long[]::new))
        .query(Long.class)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }
}
