package org.verger.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** The description of the deployment on servers. */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> ASKED =
      List.of(
          "POSTGRES_PASSWORD",
          "VERGER_DATABASE_PASSWORD",
          "VERGER_MIGRATIONS_PASSWORD",
          "VERGER_EXPORTER_PASSWORD",
          "VERGER_JWT_SECRET",
          "VERGER_ADMIN_EMAIL",
          "VERGER_ADMIN_PASSWORD");

  private final String text = read("docker-compose.yml");
  private final Map<String, Map<String, Object>> services = services(text);

  @Test
  void runsTheOneImageInEachRole() {
    assertThat(List.of("api", "workers", "batch"))
        .allSatisfy(
            role -> {
              assertThat(services.get(role)).containsEntry("image", "verger:local");
              assertThat(environment(role)).containsEntry("VERGER_ROLES", role);
            });
    assertThat(services.get("postgres")).containsEntry("image", "postgres:18");
  }

  @Test
  void buildsItsImagesFromWhatMavenMakes() {
    String dockerfile = read("Dockerfile");
    assertThat(dockerfile)
        .contains("AS application", "AS engine", "FROM camunda/zeebe:8.5.8")
        .contains("exporter/target/verger-exporter-plugin.jar");
    assertThat(environment("engine"))
        .containsEntry(
            "ZEEBE_BROKER_EXPORTERS_VERGER_CLASSNAME", "org.verger.exporter.PostgresExporter");
  }

  @Test
  void takesEverySecretFromTheEnvironment() {
    Pattern given = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");
    List<String> asked =
        given.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(ASKED);
    assertThat(services.keySet())
        .allSatisfy(
            service ->
                environment(service).entrySet().stream()
                    .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN)"))
                    .forEach(entry -> assertThat(entry.getValue()).startsWith("${")));
  }

  @Test
  void givesMigrationsALoginOfTheirOwn() {
    assertThat(List.of("api", "workers", "batch"))
        .allSatisfy(
            role -> {
              Environment settings = settings(role);
              assertThat(settings.getProperty("spring.datasource.username")).isEqualTo("verger");
              assertThat(settings.getProperty("verger.database.migrations.username"))
                  .isEqualTo("verger_migrations");
              assertThat(settings.getProperty("verger.database.migrations.password"))
                  .contains("VERGER_MIGRATIONS_PASSWORD");
            });
    assertThat(read("docker/create-login.sh"))
        .contains(
            "CREATE ROLE verger LOGIN NOINHERIT PASSWORD",
            "CREATE DATABASE verger OWNER verger_migrations");
    assertThat(read("README.md")).contains("verger.database.migrations.username");
  }

  @Test
  void letsThePlatformsFirstAdministratorIn() {
    assertThat(settings("api").getProperty("verger.platform.admin-email"))
        .contains("VERGER_ADMIN_EMAIL");
    assertThat(settings("api").getProperty("verger.platform.admin-password"))
        .contains("VERGER_ADMIN_PASSWORD");
    assertThat(read("README.md")).contains("verger.platform.admin-email", ".admin-password");
  }

  @Test
  void letsACollectorReadTheMetricsOfEachRole() {
    assertThat(List.of("api", "workers", "batch"))
        .allSatisfy(
            role ->
                assertThat(settings(role).getProperty("verger.metrics.token"))
                    .contains("VERGER_METRICS_TOKEN"));
    assertThat(read("README.md")).contains("verger.metrics.token");
  }

  @Test
  void isUnderstoodByDockerWhereThatIsInstalled() throws Exception {
    assumeTrue(docker("compose", "version") == 0, "docker compose is not installed");
    assertThat(docker("compose", "-f", "docker-compose.yml", "config", "--quiet")).isZero();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, Map<String, Object>> services(String text) {
    Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(text);
    return Objects.requireNonNull(file.get("services"));
  }

  @SuppressWarnings("unchecked")
  private Map<String, String> environment(String service) {
    Map<String, Object> description = Objects.requireNonNull(services.get(service));
    return (Map<String, String>) Objects.requireNonNull(description.get("environment"));
  }

  /** What the application reads out of the service's environment variables. */
  private Environment settings(String service) {
    StandardEnvironment read = new StandardEnvironment();
    Map<String, Object> raw = new LinkedHashMap<>();
    // Docker puts the values in; what they are called on the host is enough here.
    environment(service).forEach((name, value) -> raw.put(name, value.replace("${", "")));
    read.getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("compose-systemEnvironment", raw));
    ConfigurationPropertySources.attach(read);
    return read;
  }

  private static int docker(String... arguments) throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(arguments)))
            .directory(ROOT.toFile())
            .inheritIO();
    builder.command().addFirst("docker");
    ASKED.forEach(secret -> builder.environment().put(secret, "only-to-check-the-file"));
    try {
      Process process = builder.start();
      return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException notInstalled) {
      return -1;
    }
  }
}
