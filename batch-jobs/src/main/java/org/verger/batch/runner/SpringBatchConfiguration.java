package org.verger.batch.runner;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;
import org.verger.deployment.RunsInRole;

/** Spring Batch with its tables in a schema of their own, which only the login may use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RunnerSettings.class)
@RunsInRole(RunsInRole.BATCH)
class SpringBatchConfiguration extends JdbcDefaultBatchConfiguration {

  private final DataSource dataSource;

  SpringBatchConfiguration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  protected DataSource getDataSource() {
    return dataSource;
  }

  // Ours would take on the role of a bound church.
  @Override
  protected PlatformTransactionManager getTransactionManager() {
    return new JdbcTransactionManager(dataSource);
  }

  // At two in the morning many runs begin in one moment. With the usual level, serializable, all
  // but one of
  // them fail; that none begins twice is kept by the queue, and by a unique key of these tables.
  @Override
  protected Isolation getIsolationLevelForCreate() {
    return Isolation.READ_COMMITTED;
  }

  @Override
  protected String getTablePrefix() {
    return "batch.batch_";
  }
}
