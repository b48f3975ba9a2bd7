package org.verger.giving.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.verger.deployment.RunsInRole;
import org.verger.giving.Funds;
import org.verger.giving.GivingMethod;
import org.verger.organisation.Reach;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;

/** What can be chosen in the forms about gifts. */
@Component
@RunsInRole(RunsInRole.API)
record GiftChoices(Funds funds, Units units, Tenants tenants) {

  void addTo(Model model, Reach reach) {
    model.addAttribute("funds", funds.all());
    model.addAttribute("units", units.all().stream().filter(reach::covers).toList());
    model.addAttribute("methods", List.of(GivingMethod.values()));
    model.addAttribute("currency", tenants.current().currency());
  }
}
