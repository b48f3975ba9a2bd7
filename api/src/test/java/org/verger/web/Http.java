package org.verger.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller who sends the headers it was given and follows no redirect. Immutable. */
public record Http(int port, Map<String, String> headers) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** The problem's type without the folder; empty when the body is no problem. */
    public String problem() {
      return header("Content-Type").startsWith("application/problem+json")
          ? json().get("type").asString().replace("/problems/", "")
          : "";
    }
  }

  public static Http on(int port) {
    return new Http(port, Map.of());
  }

  /** As this one, with another header. */
  public Http with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Http(port, more);
  }

  /** At the address of a church, as in {@code grace.localhost}. */
  public Http at(String host) {
    return with("Host", host + ":" + port);
  }

  /** With the access token of the account, which is signed in now. */
  public Http as(String email) {
    return with("Authorization", "Bearer " + tokens(email).get("accessToken").asString());
  }

  /** Signs in where only one church has the address. */
  public JsonNode tokens(String email) {
    Answer answer =
        on(port)
            .post(
                "/api/v1/auth/login", Map.of("email", email, "password", WebTestChurches.PASSWORD));
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return answer.json();
  }

  public Answer get(String path) {
    return send(path, "GET", null);
  }

  /** Posts JSON. */
  public Answer post(String path, Object body) {
    return with("Content-Type", "application/json")
        .send(path, "POST", body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  /** Posts a form. */
  public Answer submit(String path, Map<String, String> fields) {
    return with("Content-Type", "application/x-www-form-urlencoded")
        .send(
            path,
            "POST",
            fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")));
  }

  /** Sends anything. */
  public Answer send(String path, String method, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** The session cookie that an answer set, as a browser sends it back. */
  public static String cookie(Answer answer) {
    List<String> set = answer.response().headers().allValues("Set-Cookie");
    return set.isEmpty() ? "" : set.getLast().split(";", 2)[0];
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
