package org.verger.analytics.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.analytics.ReadFigures;
import org.verger.analytics.Series;
import org.verger.analytics.Subject;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Area;
import org.verger.organisation.Unit;
import org.verger.tenants.Tenants;
import org.verger.web.Staff;

/** The figures of whoever is signed in. */
@Component
@RunsInRole(RunsInRole.API)
class Reports {

  private final ReadFigures figures;
  private final Tenants tenants;
  private final Clock clock;
  private final Staff staff;

  Reports(ReadFigures figures, Tenants tenants, Clock clock, Staff staff) {
    this.figures = figures;
    this.tenants = tenants;
    this.clock = clock;
    this.staff = staff;
  }

  Series read(Subject subject, AskedRange asked) {
    LocalDate today = today();
    return figures.read(
        staff.person(),
        subject,
        asked.unitId(),
        asked.first(today),
        asked.last(today),
        asked.lengths());
  }

  List<Subject> readable() {
    return figures.subjects(staff.person());
  }

  List<Unit> units(Subject subject) {
    return figures.units(staff.person(), subject);
  }

  /** Whether they look after the whole church's system. */
  boolean mayBackFill() {
    return staff.reach(Area.SYSTEM).everything();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
  }
}
