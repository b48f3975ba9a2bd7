package org.verger.attendance.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.verger.attendance.WhoWasThere;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Reach;
import org.verger.organisation.Units;

/** What can be chosen in the forms about gatherings. */
@Component
@RunsInRole(RunsInRole.API)
record AttendanceChoices(Units units, WhoWasThere whoWasThere) {

  void addTo(Model model, Reach reach) {
    model.addAttribute("units", units.all().stream().filter(reach::covers).toList());
    model.addAttribute("groups", whoWasThere.groups(reach));
  }
}
