package org.verger.batch.schedules;

import org.quartz.JobPersistenceException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verger.time.ClockMoved;

/** Lets schedules follow the demo's clock: what it jumped over fires once. */
@Component
class ClockFollower {

  private final ScheduleStore store;

  ClockFollower(ScheduleStore store) {
    this.store = store;
  }

  @EventListener
  void follow(ClockMoved moved) throws JobPersistenceException {
    store.bringForward(moved.by());
  }
}
