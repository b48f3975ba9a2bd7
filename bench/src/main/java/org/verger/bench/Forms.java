package org.verger.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.verger.database.DatabaseLogin;
import tools.jackson.databind.json.JsonMapper;

/** Sends connect forms as a web site does, and looks into the database for the deliveries. */
final class Forms implements FollowUps.Side, AutoCloseable {

  private static final int SENDERS = 16;
  private static final Duration LOOK_EVERY = Duration.ofMillis(1);
  private static final String DELIVERED =
      "SELECT count(*) FROM message_delivery WHERE status = 'sent'";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
  private final AtomicInteger numbers = new AtomicInteger(1_000_000);
  private final URI form;
  private final Connection database;

  Forms(URI address, Path data) throws IOException, SQLException {
    this.form = address.resolve("/api/v1/public/olamchurch/connect");
    String port = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3);
    this.database =
        new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:%s/verger".formatted(port),
                "verger",
                Files.readString(data.resolve("secrets/database")))
            .unpooled()
            .getConnection();
    try (Statement role = database.createStatement()) {
      role.execute("SET ROLE tenant_olamchurch");
      role.execute("SET search_path TO tenant_olamchurch");
    }
  }

  @Override
  public void load(int count) {
    long last = number("SELECT coalesce(max(id), 0) FROM message_delivery", null);
    for (int sent = 0, delivered = 0; delivered < count; rest(LOOK_EVERY.multipliedBy(5))) {
      delivered = (int) number(DELIVERED + " AND id > ?", last);
      for (; sent < Math.min(count, delivered + IN_FLIGHT); sent++) {
        senders.execute(this::send);
      }
    }
  }

  @Override
  public void one() {
    String guest = send();
    while (number(DELIVERED + " AND subject_id = ?", guest) == 0) {
      rest(LOOK_EVERY);
    }
  }

  private String send() {
    int number = numbers.getAndIncrement();
    HttpRequest request =
        HttpRequest.newBuilder(form)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"firstName": "Ruth", "lastName": "Boaz", "phone": "+1773%d",
                     "language": "en", "consent": {"sms": true, "email": false}}
                    """
                        .formatted(number + 4_000_000)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        throw new IllegalStateException("The form was refused: " + answer.body());
      }
      return JSON.readTree(answer.body()).get("guestId").asString();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private long number(String sql, @Nullable Object about) {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      if (about != null) {
        statement.setObject(1, about);
      }
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void rest(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() throws SQLException {
    senders.shutdownNow();
    database.close();
    http.close();
  }
}
