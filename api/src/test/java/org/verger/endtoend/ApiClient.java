package org.verger.endtoend;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API as a client of the outside sees it. */
public record ApiClient(URI address, @Nullable String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** An answer with its status; the body is an empty object where there was none. */
  public record Answer(int status, JsonNode body) {

    /** The body of a successful answer. */
    public JsonNode ok() {
      if (status >= 300) {
        throw new AssertionError("Answered " + status + ": " + body);
      }
      return body;
    }
  }

  /** The client of the person who signs in. */
  public ApiClient signIn(String email, String password) {
    JsonNode tokens = post("/api/v1/auth/login", Map.of("email", email, "password", password)).ok();
    return new ApiClient(address, tokens.get("accessToken").asString());
  }

  /** Reads. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Sends the body as JSON. */
  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** The same with an idempotency key. */
  public Answer post(String path, Object body, String key) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Sends a form with a file in its field {@code file}, as a browser does. */
  public Answer upload(String path, Map<String, String> fields, Path file) {
    String boundary = "of-the-form";
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name))
                .append(value)
                .append("\r\n"));
    head.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; ".formatted(boundary))
        .append("filename=\"%s\"\r\n\r\n".formatted(file.getFileName()));
    try {
      return send(
          request(path)
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(
                  HttpRequest.BodyPublishers.concat(
                      HttpRequest.BodyPublishers.ofString(head.toString()),
                      HttpRequest.BodyPublishers.ofFile(file),
                      HttpRequest.BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary)))));
    } catch (FileNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  /** Puts the body as JSON. */
  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofMinutes(2));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String body = response.body().isEmpty() ? "{}" : response.body();
      return new Answer(response.statusCode(), JSON.readTree(body));
    } catch (IOException failure) {
      throw new AssertionError("No answer: " + failure, failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
