package org.verger.batch.schedules;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerConfigException;
import org.quartz.SchedulerException;
import org.quartz.core.QuartzScheduler;
import org.quartz.core.QuartzSchedulerResources;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.StdJobRunShellFactory;
import org.quartz.impl.StdScheduler;
import org.quartz.simpl.CascadingClassLoadHelper;
import org.quartz.simpl.SimpleThreadPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.time.MovableClock;

/**
 * Quartz, put together by hand: its factories make the store by reflection and keep schedulers in a
 * static map by name, and all nodes of a cluster have one name.
 */
@Configuration(proxyBeanMethods = false)
class QuartzConfiguration {

  private static final String NAME = "verger";
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Duration DATABASE_AWAY = Duration.ofSeconds(5);

  @Bean
  ScheduleStore scheduleStore(DataSource pool, MovableClock clock) {
    ScheduleStore store = new ScheduleStore(pool, clock);
    store.setInstanceName(NAME);
    store.setInstanceId(UUID.randomUUID().toString());
    return store;
  }

  /** Not started: in a process that runs no batch jobs it is there to edit schedules. */
  @Bean(destroyMethod = "shutdown")
  Scheduler quartzScheduler(ScheduleStore store, AskWhenDue askWhenDue) throws SchedulerException {
    SimpleThreadPool threads = threads();
    store.setThreadPoolSize(threads.getPoolSize());
    StdJobRunShellFactory shells = new StdJobRunShellFactory();
    QuartzSchedulerResources parts = new QuartzSchedulerResources();
    parts.setName(NAME);
    parts.setInstanceId(store.getInstanceId());
    parts.setThreadName("quartz");
    parts.setMakeSchedulerThreadDaemon(true);
    parts.setThreadPool(threads);
    parts.setThreadExecutor(new DefaultThreadExecutor());
    parts.setJobRunShellFactory(shells);
    parts.setJobStore(store);
    QuartzScheduler quartz =
        new QuartzScheduler(parts, LOOK_AGAIN.toMillis(), DATABASE_AWAY.toMillis());
    CascadingClassLoadHelper classes = new CascadingClassLoadHelper();
    classes.initialize();
    store.initialize(classes, quartz.getSchedulerSignaler());
    Scheduler scheduler = new StdScheduler(quartz);
    shells.initialize(scheduler);
    quartz.initialize();
    scheduler.setJobFactory((bundle, asking) -> askWhenDue);
    return scheduler;
  }

  private static SimpleThreadPool threads() throws SchedulerConfigException {
    SimpleThreadPool threads = new SimpleThreadPool(2, Thread.NORM_PRIORITY);
    threads.setMakeThreadsDaemons(true);
    threads.setThreadNamePrefix("quartz");
    threads.initialize();
    return threads;
  }
}
