package org.verger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import org.verger.batch.RunProgress;
import org.verger.imports.ApplyImport;
import org.verger.imports.ImportAccess;
import org.verger.imports.ImportFile;
import org.verger.imports.ImportStatus;
import org.verger.imports.NewImport;
import org.verger.imports.ReadImport;
import org.verger.imports.RequestApply;
import org.verger.imports.TakeImport;
import org.verger.organisation.Level;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;

/**
 * Imports gifts and members from a file to the records, beside {@code COPY} of the same file and
 * beside a plain chunk job of Spring Batch.
 */
public final class Imports {

  private static final int MEMBER_COLUMNS = 11;
  private static final int GIFT_COLUMNS = 6;

  private final ConfigurableApplicationContext core;
  private final Path folder;
  private final int gifts = Integer.getInteger("bench.gifts", 1_000_000);
  private final int members = Integer.getInteger("bench.members", 50_000);

  private Imports(ConfigurableApplicationContext core, Path folder) {
    this.core = core;
    this.folder = folder;
  }

  /** The product without web, engine and workers. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
  @ComponentScan(
      basePackages = "org.verger",
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "org\\.verger\\.(bench|demo|engine|web|pages|startup|[a-z]+\\.(web|worker|batch))\\..*"))
  static class Core {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    LoggingSystem.get(Imports.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    Path folder = Files.createTempDirectory("verger-bench");
    try (ConfigurableApplicationContext core =
        new SpringApplicationBuilder(Core.class)
            .web(WebApplicationType.NONE)
            .properties(
                "verger.data=" + folder,
                "verger.launched=true",
                "verger.roles=none",
                "spring.main.lazy-initialization=true",
                "logging.level.root=warn")
            .run()) {
      new Imports(core, folder).run();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void run() throws IOException {
    Path people = ImportSamples.members(folder.resolve("members.csv"), members);
    Path tenth =
        ImportSamples.gifts(folder.resolve("tenth.csv"), gifts / 10, members, new Random(1));
    Path all = ImportSamples.gifts(folder.resolve("gifts.csv"), gifts, members, new Random(2));
    warmUp(people, tenth);
    members(people);
    gifts(people, tenth, all);
  }

  // Once without counting, so that no side pays for what is loaded and compiled.
  private void warmUp(Path people, Path tenth) {
    bench("warm").after(people).imports("contributions", tenth);
    Bench chunks = bench("warm-chunks");
    chunks.memberChunks(people);
    chunks.giftChunks(tenth);
  }

  private void members(Path people) {
    Bench bench = bench("members");
    Took copy = bench.copies(people, MEMBER_COLUMNS);
    Took ours = bench.imports("people", people);
    Bench plain = bench("members-chunks");
    Took chunks = plain.memberChunks(people);
    if (bench.members() != plain.members()) {
      throw new IllegalStateException("The sides brought different members");
    }
    print("members with families", members, ours);
    print("COPY of the file into a bare table", members, copy);
    print("chunk job", members, chunks);
    System.out.printf(
        "ratio to COPY into a bare table %.2f, to the chunk job %.1f%n",
        copy.seconds() / ours.seconds(), chunks.seconds() / ours.seconds());
  }

  private void gifts(Path people, Path tenth, Path all) {
    Took small = bench("tenth").after(people).imports("contributions", tenth);
    Bench bench = bench("all").after(people);
    Took copyRaw = bench.copies(all, GIFT_COLUMNS);
    Took copyEqual = bench.copiesEqual(all);
    Took ours = bench.imports("contributions", all);
    Bench plain = bench("chunks").after(people);
    Took chunks = plain.giftChunks(all);
    if (!bench.given().equals(plain.given())) {
      throw new IllegalStateException("The sides brought different gifts");
    }
    print("gifts, a tenth", gifts / 10, small);
    print("gifts", gifts, ours);
    print("COPY of the file into a bare table", gifts, copyRaw);
    print("COPY of ready rows into an equal table", gifts, copyEqual);
    print("chunk job", gifts, chunks);
    System.out.printf(
        "ratio to COPY into an equal table %.2f, to COPY into a bare table %.2f, to the chunk job"
            + " %.1f; memory of ten times the rows %.2f%n",
        copyEqual.seconds() / ours.seconds(),
        copyRaw.seconds() / ours.seconds(),
        chunks.seconds() / ours.seconds(),
        (double) ours.peak() / small.peak());
  }

  private static void print(String what, int rows, Took took) {
    System.out.printf(
        "%-40s %,d rows in %.1f s, %,.0f rows a second, at most %d MB of heap in use%n",
        what, rows, took.seconds(), rows / took.seconds(), took.peak() >> 20);
  }

  private Bench bench(String name) {
    TenantId church = new TenantId(name);
    core.getBean(CreateTenant.class)
        .create(
            new Tenant(
                church,
                "Church",
                null,
                ZoneId.of("America/Chicago"),
                List.of("en"),
                "US",
                "USD",
                Tenant.Status.CREATING),
            "bench");
    PersonId operator =
        CurrentTenant.call(
            church,
            () -> {
              Unit root = core.getBean(Units.class).createRoot("Church");
              core.getBean(Units.class).create(root.id(), Level.REGIONAL, "Region");
              PersonId id =
                  core.getBean(People.class)
                      .create(new NewPerson("Otis", "Operator", null, null, "en"));
              core.getBean(People.class).assign(id, Role.OPERATOR, root.id());
              return id;
            });
    return new Bench(church, operator);
  }

  /** One church, and what is done with it. */
  private final class Bench {

    private final TenantId church;
    private final PersonId operator;

    Bench(TenantId church, PersonId operator) {
      this.church = church;
      this.operator = operator;
    }

    Bench after(Path people) {
      imports("people", people);
      return this;
    }

    Took imports(String kind, Path file) {
      return Took.by(() -> CurrentTenant.run(church, () -> whole(kind, file)));
    }

    private void whole(String kind, Path file) {
      ImportFile taken = take(kind, file);
      core.getBean(ReadImport.class).read(taken.id(), Quiet.PROGRESS);
      core.getBean(RequestApply.class).request(taken.id(), operator);
      ApplyImport apply = core.getBean(ApplyImport.class);
      while (apply.next(taken.id(), Quiet.PROGRESS)) {
        // The next part.
      }
      ImportFile done = core.getBean(ImportAccess.class).require(taken.id(), operator);
      if (done.status() != ImportStatus.APPLIED
          || done.counts().newRows() != done.counts().total()) {
        throw new IllegalStateException("It was not all applied: " + done);
      }
    }

    private ImportFile take(String kind, Path file) {
      try (InputStream bytes = Files.newInputStream(file)) {
        return core.getBean(TakeImport.class)
            .take(
                new NewImport(kind, Objects.toString(file.getFileName()), null, false, false),
                bytes,
                operator);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    Took copies(Path file, int columns) {
      CopyTables tables = new CopyTables(folder, church);
      return Took.by(() -> tables.bare(file, columns));
    }

    Took copiesEqual(Path file) {
      CopyTables tables = new CopyTables(folder, church);
      Path ready = tables.ready(file);
      return Took.by(() -> tables.equal(ready));
    }

    Took memberChunks(Path file) {
      return Took.by(() -> new MemberChunks(core, church).run(file));
    }

    Took giftChunks(Path file) {
      return Took.by(() -> new GiftChunks(core, church).run(file));
    }

    long members() {
      return one("SELECT count(*) FROM person WHERE household_id IS NOT NULL", Long.class);
    }

    /** How many gifts there are and what they come to. */
    String given() {
      return one("SELECT count(*) || ' ' || sum(amount) FROM contribution", String.class);
    }

    private <T> T one(String sql, Class<T> type) {
      return Objects.requireNonNull(
          CurrentTenant.<T>call(
              church,
              () ->
                  Objects.requireNonNull(
                      core.getBean(TransactionTemplate.class)
                          .<T>execute(
                              open ->
                                  core.getBean(JdbcClient.class).sql(sql).query(type).single()))));
    }
  }

  /** Reports to nobody. */
  private enum Quiet implements RunProgress {
    PROGRESS;

    @Override
    public void total(long items) {}

    @Override
    public void read(long items) {}

    @Override
    public void written(long items) {}

    @Override
    public void skipped(long items) {}

    @Override
    public void rejected(long items) {}

    @Override
    public void startOver() {}

    @Override
    public void log(String line) {}

    @Override
    public boolean stopRequested() {
      return false;
    }
  }
}
