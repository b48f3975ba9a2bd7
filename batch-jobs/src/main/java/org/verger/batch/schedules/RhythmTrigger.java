package org.verger.batch.schedules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.quartz.Calendar;
import org.quartz.ScheduleBuilder;
import org.quartz.impl.triggers.AbstractTrigger;
import org.quartz.spi.MutableTrigger;
import org.verger.batch.Rhythm;
import org.verger.time.MovableClock;

/**
 * Fires in a rhythm of a church's clock. Quartz lives in the machine's time, so its times here are
 * the product's less the clock's offset. Times that have passed unseen, because no process was
 * there or because the clock was moved, make it fire once, at once.
 */
final class RhythmTrigger extends AbstractTrigger<RhythmTrigger> {

  private static final long serialVersionUID = 1L;

  private final transient MovableClock clock;
  private final transient Plan plan;
  private @Nullable Date startTime;
  private @Nullable Date nextFireTime;
  private @Nullable Date previousFireTime;

  /**
   * What it fires for.
   *
   * @param on whether a run is asked for when it fires
   * @param version counts the changes
   */
  record Plan(Rhythm rhythm, ZoneId zone, boolean on, int version) {}

  RhythmTrigger(MovableClock clock, Plan plan) {
    this.clock = clock;
    this.plan = plan;
    setMisfireInstruction(MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY);
  }

  Plan plan() {
    return plan;
  }

  @Override
  public Date getFireTimeAfter(@Nullable Date after) {
    Instant machine = after == null ? clock.machine().instant() : after.toInstant();
    Instant next = plan.rhythm().after(machine.plus(clock.offset()), plan.zone());
    return Date.from(next.minus(clock.offset()));
  }

  @Override
  public Date computeFirstFireTime(@Nullable Calendar calendar) {
    Date first = getFireTimeAfter(null);
    nextFireTime = first;
    return first;
  }

  @Override
  public void triggered(@Nullable Calendar calendar) {
    previousFireTime = nextFireTime;
    nextFireTime = getFireTimeAfter(null);
  }

  @Override
  public void updateAfterMisfire(@Nullable Calendar calendar) {
    // A trigger that ignores misfires is never asked to.
  }

  @Override
  public void updateWithNewCalendar(@Nullable Calendar calendar, long threshold) {
    // Calendars of Quartz are not used.
  }

  @Override
  public boolean mayFireAgain() {
    return true;
  }

  @Override
  public @Nullable Date getStartTime() {
    return startTime;
  }

  @Override
  public void setStartTime(@Nullable Date time) {
    startTime = time;
  }

  @Override
  public @Nullable Date getEndTime() {
    return null;
  }

  @Override
  public void setEndTime(@Nullable Date time) {
    // A rhythm has no end.
  }

  @Override
  public @Nullable Date getNextFireTime() {
    return nextFireTime;
  }

  @Override
  public void setNextFireTime(@Nullable Date time) {
    nextFireTime = time;
  }

  @Override
  public @Nullable Date getPreviousFireTime() {
    return previousFireTime;
  }

  @Override
  public void setPreviousFireTime(@Nullable Date time) {
    previousFireTime = time;
  }

  @Override
  public @Nullable Date getFinalFireTime() {
    return null;
  }

  @Override
  protected boolean validateMisfireInstruction(int instruction) {
    return instruction == MISFIRE_INSTRUCTION_IGNORE_MISFIRE_POLICY;
  }

  @Override
  public ScheduleBuilder<RhythmTrigger> getScheduleBuilder() {
    return builder(clock, plan);
  }

  /** For Quartz, which makes triggers anew from their rows. */
  static ScheduleBuilder<RhythmTrigger> builder(MovableClock clock, Plan plan) {
    return new ScheduleBuilder<>() {
      @Override
      protected MutableTrigger build() {
        return new RhythmTrigger(clock, plan);
      }
    };
  }
}
