package org.verger.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.testing.TestDatabase;

class DatabaseLoginTest {

  private final DatabaseLogin login = TestDatabase.create().login();

  @Test
  void aDuplicateKeyIsToldWithoutItsValue() {
    try (HikariDataSource pool = login.pool()) {
      assertThatNoValueIsTold(JdbcClient.create(pool), "pooled@example.org");
    }
    assertThatNoValueIsTold(JdbcClient.create(login.unpooled()), "unpooled@example.org");
  }

  private static void assertThatNoValueIsTold(JdbcClient jdbc, String email) {
    add(jdbc, email);
    Throwable failure = catchThrowable(() -> add(jdbc, email));
    assertThat(failure).isInstanceOf(DuplicateKeyException.class);
    StringWriter logged = new StringWriter();
    failure.printStackTrace(new PrintWriter(logged));
    assertThat(logged.toString())
        .contains("user_account_tenant_id_email_key")
        .doesNotContain(email);
  }

  private static void add(JdbcClient jdbc, String email) {
    jdbc.sql(
            """
            INSERT INTO shared.user_account (id, email, display_name, password_hash, created_at)
            VALUES (?, ?, 'Ruth', '', now())
            """)
        .params(UUID.randomUUID(), email)
        .update();
  }
}
