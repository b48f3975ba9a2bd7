package org.verger.batch.schedules;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerPersistenceDelegateSupport;
import org.quartz.impl.jdbcjobstore.SimplePropertiesTriggerProperties;
import org.quartz.spi.OperableTrigger;
import org.verger.batch.Rhythm;
import org.verger.time.MovableClock;

/** Keeps what a {@link RhythmTrigger} fires for in Quartz's table for triggers of other kinds. */
final class RhythmRows extends SimplePropertiesTriggerPersistenceDelegateSupport {

  private final MovableClock clock;

  RhythmRows(MovableClock clock) {
    this.clock = clock;
  }

  @Override
  public boolean canHandleTriggerType(OperableTrigger trigger) {
    return trigger instanceof RhythmTrigger;
  }

  @Override
  public String getHandledTriggerTypeDiscriminator() {
    return "RHYTHM";
  }

  @Override
  protected SimplePropertiesTriggerProperties getTriggerProperties(OperableTrigger trigger) {
    RhythmTrigger.Plan plan = ((RhythmTrigger) trigger).plan();
    SimplePropertiesTriggerProperties row = new SimplePropertiesTriggerProperties();
    row.setString1(plan.rhythm().every().code());
    row.setString2(plan.rhythm().time().toString());
    row.setString3(plan.zone().getId());
    row.setInt1(plan.rhythm().day());
    row.setInt2(plan.rhythm().month());
    row.setLong1(plan.version());
    row.setBoolean1(plan.on());
    return row;
  }

  @Override
  protected TriggerPropertyBundle getTriggerPropertyBundle(SimplePropertiesTriggerProperties row) {
    Rhythm rhythm =
        new Rhythm(
            Rhythm.Every.valueOf(row.getString1().toUpperCase(Locale.ROOT)),
            LocalTime.parse(row.getString2()),
            row.getInt1(),
            row.getInt2());
    RhythmTrigger.Plan plan =
        new RhythmTrigger.Plan(
            rhythm, ZoneId.of(row.getString3()), row.isBoolean1(), (int) row.getLong1());
    return new TriggerPropertyBundle(RhythmTrigger.builder(clock, plan), null, null);
  }
}
