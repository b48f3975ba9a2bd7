package org.verger.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/**
 * What one would write with Spring Batch alone: a reader of lines, a processor that looks names up
 * in memory, and a writer in batches of a thousand. It judges no duplicates, shows nothing before
 * and undoes nothing.
 */
final class ChunkJob {

  private static final int CHUNK = 1_000;

  private final ApplicationContext core;
  private final TenantId church;
  private final Map<String, UUID> people = new HashMap<>();
  private final Map<String, UUID> funds = new HashMap<>();

  ChunkJob(ApplicationContext core, TenantId church) {
    this.core = core;
    this.church = church;
  }

  record Line(
      String day, String person, String fund, String amount, String method, String reference) {}

  record Gift(
      UUID person,
      UUID fund,
      UUID unit,
      long amount,
      LocalDate day,
      String method,
      String reference) {}

  void run(Path file) {
    CurrentTenant.run(church, () -> carryOut(file));
  }

  private void carryOut(Path file) {
    JdbcClient jdbc = core.getBean(JdbcClient.class);
    UUID unit =
        Objects.requireNonNull(
            new TransactionTemplate(core.getBean(PlatformTransactionManager.class))
                .execute(open -> lookUp(jdbc)));
    JobRepository repository = new ResourcelessJobRepository();
    Step step =
        new StepBuilder("gifts", repository)
            .<Line, Gift>chunk(CHUNK)
            .transactionManager(core.getBean(PlatformTransactionManager.class))
            .reader(reader(file))
            .processor(line -> gift(line, unit))
            .writer(writer())
            .build();
    Job job = new JobBuilder("gifts", repository).start(step).build();
    launch(repository, job);
  }

  private static void launch(JobRepository repository, Job job) {
    try {
      TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
      launcher.setJobRepository(repository);
      launcher.afterPropertiesSet();
      JobExecution execution = launcher.run(job, new JobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw new IllegalStateException("The chunk job ended as " + execution);
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private UUID lookUp(JdbcClient jdbc) {
    jdbc.sql("SELECT id, external_id FROM person WHERE external_id IS NOT NULL")
        .query(
            row -> {
              people.put(row.getString("external_id"), row.getObject("id", UUID.class));
            });
    for (String fund : new String[] {"missions", "building", "youth"}) {
      jdbc.sql(
              "INSERT INTO fund (id, code, name, created_at) VALUES (gen_random_uuid(), ?, ?,"
                  + " now())")
          .params(fund, fund)
          .update();
    }
    jdbc.sql("SELECT id, code FROM fund")
        .query(
            row -> {
              funds.put(row.getString("code"), row.getObject("id", UUID.class));
            });
    return jdbc.sql("SELECT id FROM unit WHERE parent_id IS NULL").query(UUID.class).single();
  }

  private static FlatFileItemReader<Line> reader(Path file) {
    return new FlatFileItemReaderBuilder<Line>()
        .name("gifts")
        .resource(new FileSystemResource(file))
        .linesToSkip(1)
        .delimited()
        .names("day", "person", "fund", "amount", "method", "reference")
        .fieldSetMapper(ChunkJob::line)
        .build();
  }

  private static Line line(FieldSet cells) {
    String[] values = cells.getValues();
    return new Line(values[0], values[1], values[2], values[3], values[4], values[5]);
  }

  private Gift gift(Line line, UUID unit) {
    String[] day = line.day().split("/", -1);
    String method = line.method().toLowerCase(Locale.ROOT);
    return new Gift(
        Objects.requireNonNull(people.get(line.person())),
        Objects.requireNonNull(funds.get(line.fund().toLowerCase(Locale.ROOT))),
        unit,
        Long.parseLong(line.amount().substring(1).replace(".", "")),
        LocalDate.of(Integer.parseInt(day[2]), Integer.parseInt(day[0]), Integer.parseInt(day[1])),
        method.equals("check") ? "cheque" : method,
        line.reference());
  }

  private JdbcBatchItemWriter<Gift> writer() {
    return new JdbcBatchItemWriterBuilder<Gift>()
        .dataSource(core.getBean(javax.sql.DataSource.class))
        .sql(
            """
            INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method, reference,
              created_at)
            VALUES (?, ?, ?, ?, 'USD', ?, ?, ?, now())
            """)
        .itemPreparedStatementSetter(
            (gift, statement) -> {
              statement.setObject(1, gift.person());
              statement.setObject(2, gift.fund());
              statement.setObject(3, gift.unit());
              statement.setLong(4, gift.amount());
              statement.setObject(5, gift.day());
              statement.setString(6, gift.method());
              statement.setString(7, gift.reference());
            })
        .build();
  }
}
