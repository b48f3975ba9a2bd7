package org.verger.bench;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
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
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/**
 * What one would write with Spring Batch alone: a reader of lines, a processor that looks names up
 * in memory, and a writer in batches of a thousand. It judges no duplicates, shows nothing before
 * and undoes nothing.
 *
 * @param <T> what is written
 */
abstract class ChunkJob<T> {

  private static final int CHUNK = 1_000;

  private final ApplicationContext core;
  private final TenantId church;

  ChunkJob(ApplicationContext core, TenantId church) {
    this.core = core;
    this.church = church;
  }

  /** Reads what the processor looks up. */
  abstract void lookUp(JdbcClient jdbc);

  abstract String[] columns();

  abstract T item(String[] cells);

  abstract String insert();

  abstract void set(T item, PreparedStatement statement) throws SQLException;

  /** Writes all lines of the file. */
  final void run(Path file) {
    CurrentTenant.run(church, () -> carryOut(file));
  }

  private void carryOut(Path file) {
    PlatformTransactionManager transactions = core.getBean(PlatformTransactionManager.class);
    new TransactionTemplate(transactions)
        .executeWithoutResult(open -> lookUp(core.getBean(JdbcClient.class)));
    JobRepository repository = new ResourcelessJobRepository();
    Step step =
        new StepBuilder("lines", repository)
            .<String[], T>chunk(CHUNK)
            .transactionManager(transactions)
            .reader(reader(file))
            .processor(this::item)
            .writer(writer())
            .build();
    launch(repository, new JobBuilder("lines", repository).start(step).build());
  }

  private static void launch(JobRepository repository, Job job) {
    TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
    launcher.setJobRepository(repository);
    launcher.setTaskExecutor(new SyncTaskExecutor());
    try {
      JobExecution execution = launcher.run(job, new JobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw new IllegalStateException("The chunk job ended as " + execution);
      }
    } catch (JobExecutionException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private FlatFileItemReader<String[]> reader(Path file) {
    return new FlatFileItemReaderBuilder<String[]>()
        .name("lines")
        .resource(new FileSystemResource(file))
        .linesToSkip(1)
        .delimited()
        .names(columns())
        .fieldSetMapper(FieldSet::getValues)
        .build();
  }

  private JdbcBatchItemWriter<T> writer() {
    return new JdbcBatchItemWriterBuilder<T>()
        .dataSource(core.getBean(DataSource.class))
        .sql(insert())
        .itemPreparedStatementSetter(this::set)
        .build();
  }

  /** Ids by another text that is unique. */
  static Map<String, UUID> ids(JdbcClient jdbc, String sql) {
    Map<String, UUID> ids = new HashMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              ids.put(row.getString(1), row.getObject(2, UUID.class));
            });
    return ids;
  }
}
