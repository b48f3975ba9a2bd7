package org.verger.batch.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.Rhythm;
import org.verger.batch.RunFilter;
import org.verger.batch.RunState;
import org.verger.batch.Schedule;
import org.verger.batch.Schedules;
import org.verger.testing.Church;
import org.verger.time.ClockMoved;

class SchedulesTest extends BatchTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired Schedules schedules;
  @Autowired Scheduler scheduler;
  @Autowired DefaultSchedules defaults;
  @Autowired AskWhenDue askWhenDue;
  @Autowired ApplicationEventPublisher events;
  @Autowired DataSource pool;

  // All schedules of all churches fire when the clock is moved; only these are looked at.
  @BeforeEach
  void onlyThisChurchsNight() {
    keepOnly(church);
  }

  private void keepOnly(Church... churches) {
    String[] groups = Arrays.stream(churches).map(one -> one.id().value()).toArray(String[]::new);
    for (String table : List.of("quartz.qrtz_simprop_triggers", "quartz.qrtz_triggers")) {
      jdbc.sql(
              "DELETE FROM %s WHERE trigger_name <> 'counting' OR trigger_group <> ALL (?)"
                  .formatted(table))
          .param(groups)
          .update();
    }
  }

  @Test
  void aNewChurchHasTheDefaultSchedulesInItsZone() {
    Schedule night = night(church);
    assertThat(night.rhythm()).isEqualTo(Rhythm.daily(LocalTime.of(2, 0)));
    assertThat(night.zone()).isEqualTo(CHICAGO);
    assertThat(night.on()).isTrue();
    assertThat(night.next()).hasSize(10).isSorted();
    assertThat(night.next()).allMatch(at -> at.atZone(CHICAGO).getHour() == 2);
  }

  @Test
  void aNightThatIsDueRunsOnce() {
    moveTo(nextNight(church).minus(Duration.ofMinutes(1)));
    assertThat(keys(church)).isEmpty();
    moveTo(nextNight(church));
    awaitNight(church, clock.instant().atZone(CHICAGO).toLocalDate());
    assertThat(keys(church)).hasSize(1);
  }

  @Test
  void threeDaysOffAreMadeUpForByOneRunForTheLastNight() {
    LocalDate third = nextNight(church).atZone(CHICAGO).toLocalDate().plusDays(3);
    moveTo(third.atTime(12, 0).atZone(CHICAGO).toInstant());
    awaitNight(church, third);
    assertThat(keys(church)).containsExactly(third.toString());
    assertThat(nextFire(church)).isAfter(clock.instant());
  }

  @Test
  void onTheDaysOnWhichTheClockChangesEachNightRunsOnce() {
    Church berlin = inBerlin();
    Stream.concat(changes(church, CHICAGO), changes(berlin, BERLIN))
        .sorted(Comparator.comparing(Change::day))
        .forEach(
            change -> {
              for (int days = -1; days <= 1; days++) {
                pass(change.of(), change.zone(), change.day().plusDays(days));
              }
            });
    assertThat(keys(church)).doesNotHaveDuplicates();
  }

  @Test
  void twoNodesRunOneNightOnce() throws SchedulerException {
    AtomicInteger fired = new AtomicInteger();
    Scheduler other = anotherNode();
    try {
      count(scheduler, fired);
      count(other, fired);
      other.start();
      moveTo(nextNight(church));
      awaitNight(church, clock.instant().atZone(CHICAGO).toLocalDate());
      await().until(() -> other.getCurrentlyExecutingJobs().isEmpty());
      assertThat(fired).as("times that the trigger fired on either").hasValue(1);
      assertThat(keys(church)).hasSize(1);
    } finally {
      other.shutdown(true);
      scheduler.getListenerManager().removeTriggerListener("counting");
    }
  }

  @Test
  void whatANodeHadBegunWhenItDiedIsAskedForByAnother() {
    LocalDate day = clock.instant().atZone(CHICAGO).toLocalDate().minusDays(1);
    jdbc.sql(
            """
            WITH dead AS (
              INSERT INTO quartz.qrtz_fired_triggers (sched_name, entry_id, trigger_name,
                trigger_group, instance_name, fired_time, sched_time, priority, state, job_name,
                job_group, is_nonconcurrent, requests_recovery)
              SELECT sched_name, 'begun', trigger_name, trigger_group, 'dead', extract(epoch FROM now()) * 1000, extract(epoch FROM now()) * 1000, 5, 'EXECUTING',
                job_name, job_group, false, true
              FROM quartz.qrtz_triggers WHERE trigger_group = ? AND trigger_name = 'counting'
              RETURNING sched_name)
            INSERT INTO quartz.qrtz_scheduler_state SELECT sched_name, 'dead', 0, 1000 FROM dead
            """)
        .param(church.id().value())
        .update();
    await().atMost(Duration.ofSeconds(20)).until(() -> keys(church).size() == 1);
    assertThat(keys(church)).first().isIn(day.toString(), day.plusDays(1).toString());
  }

  @Test
  void aChangedScheduleRunsAtItsNewTimeAndAnOldVersionIsRefused() {
    Schedule before = night(church);
    Rhythm afternoon = Rhythm.daily(LocalTime.of(15, 30));
    assertThat(change(before, afternoon, true)).isTrue();
    assertThat(change(before, Rhythm.daily(LocalTime.of(4, 0)), true)).isFalse();
    Schedule after = night(church);
    assertThat(after.rhythm()).isEqualTo(afternoon);
    assertThat(after.version()).isEqualTo(before.version() + 1);
    moveTo(after.next().getFirst());
    awaitNight(church, clock.instant().atZone(CHICAGO).toLocalDate());
    assertThat(church.call(() -> runs.list(RunFilter.ALL, null, 10)).items().getFirst())
        .extracting(BatchRun::scheduledFor)
        .isEqualTo(after.next().getFirst());
  }

  @Test
  void aScheduleThatIsOffAsksForNothing() {
    change(night(church), night(church).rhythm(), false);
    Church other = newChurch();
    moveTo(nextNight(other));
    awaitNight(other, clock.instant().atZone(CHICAGO).toLocalDate());
    assertThat(keys(church)).isEmpty();
    assertThat(nextFire(church)).isAfter(clock.instant());
  }

  @Test
  void aChurchThatMovedToAnotherZoneRunsByItsClock() throws SchedulerException {
    jdbc.sql("UPDATE shared.tenant SET time_zone = 'Europe/Berlin' WHERE id = ?")
        .param(church.id().value())
        .update();
    defaults.completeAll();
    assertThat(night(church).zone()).isEqualTo(BERLIN);
  }

  /** A day on which a church's clock changes. */
  private record Change(Church of, ZoneId zone, LocalDate day) {}

  // The next two, and none so near that the day before it has begun.
  private Stream<Change> changes(Church of, ZoneId zone) {
    ZoneOffsetTransition first =
        zone.getRules().nextTransition(clock.instant().plus(Duration.ofDays(2)));
    ZoneOffsetTransition second = zone.getRules().nextTransition(first.getInstant());
    return Stream.of(first, second)
        .map(change -> new Change(of, zone, change.getDateTimeBefore().toLocalDate()));
  }

  private void pass(Church of, ZoneId zone, LocalDate day) {
    moveTo(day.atTime(2, 0).atZone(zone).toInstant().minus(Duration.ofMinutes(90)));
    for (int half = 0; half < 6; half++) {
      moveTo(clock.instant().plus(Duration.ofMinutes(30)));
    }
    awaitNight(of, day);
    assertThat(nextFire(of).atZone(zone).toLocalDate()).isEqualTo(day.plusDays(1));
  }

  private Church inBerlin() {
    Church berlin = newChurch();
    jdbc.sql("UPDATE shared.tenant SET time_zone = 'Europe/Berlin' WHERE id = ?")
        .param(berlin.id().value())
        .update();
    try {
      defaults.completeAll();
    } catch (SchedulerException failure) {
      throw new IllegalStateException(failure);
    }
    keepOnly(church, berlin);
    return berlin;
  }

  private Scheduler anotherNode() throws SchedulerException {
    QuartzConfiguration configuration = new QuartzConfiguration();
    return configuration.quartzScheduler(configuration.scheduleStore(pool, clock), askWhenDue);
  }

  private void count(Scheduler on, AtomicInteger fired) throws SchedulerException {
    on.getListenerManager()
        .addTriggerListener(
            new TriggerListenerSupport() {
              @Override
              public String getName() {
                return "counting";
              }

              @Override
              public void triggerFired(Trigger trigger, JobExecutionContext context) {
                if (trigger.getKey().getGroup().equals(church.id().value())
                    && trigger.getKey().getName().equals("counting")) {
                  fired.incrementAndGet();
                }
              }
            });
  }

  private boolean change(Schedule schedule, Rhythm rhythm, boolean on) {
    return church.call(() -> schedules.change("counting", rhythm, on, schedule.version()));
  }

  private Schedule night(Church of) {
    return of.call(() -> schedules.find("counting")).orElseThrow();
  }

  private Instant nextNight(Church of) {
    return night(of).next().getFirst();
  }

  // Rounded up, as the clock of the demo moves in milliseconds.
  private void moveTo(Instant then) {
    Duration by = Duration.ofMillis(Duration.between(clock.instant(), then).toMillis() + 1);
    advance(by);
    events.publishEvent(new ClockMoved(by));
  }

  private void awaitNight(Church of, LocalDate day) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> keys(of).contains(day.toString()));
    UUID run =
        of.call(() -> runs.list(RunFilter.ALL, null, 100)).items().stream()
            .filter(one -> one.key().equals(day.toString()) && one.job().equals("counting"))
            .findFirst()
            .orElseThrow()
            .id();
    awaitState(of, run, RunState.COMPLETED);
  }

  private List<String> keys(Church of) {
    return of
        .call(() -> runs.list(new RunFilter("counting", null, null), null, 100))
        .items()
        .stream()
        .map(BatchRun::key)
        .toList();
  }

  private Instant nextFire(Church of) {
    return Instant.ofEpochMilli(
            jdbc.sql(
                    """
                    SELECT next_fire_time FROM quartz.qrtz_triggers
                    WHERE trigger_group = ? AND trigger_name = 'counting'
                    """)
                .param(of.id().value())
                .query(Long.class)
                .single())
        .plus(clock.offset());
  }
}
