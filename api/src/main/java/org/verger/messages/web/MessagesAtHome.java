package org.verger.messages.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.messages.MessageLog;
import org.verger.organisation.Area;
import org.verger.pages.HomeContribution;
import org.verger.pages.HomeList;
import org.verger.pages.HomeTile;
import org.verger.web.Staff;

/** How many messages wait, and how many did not get through. */
@Component
@RunsInRole(RunsInRole.API)
class MessagesAtHome implements HomeContribution {

  private final MessageLog log;
  private final Staff staff;

  MessagesAtHome(MessageLog log, Staff staff) {
    this.log = log;
    this.staff = staff;
  }

  @Override
  public List<HomeTile> tiles() {
    int held = (int) log.count("held", staff.reach(Area.PEOPLE));
    int failed = (int) log.count("failed", staff.reach(Area.PEOPLE));
    return List.of(
        new HomeTile(
            300,
            "moon",
            "amber",
            held,
            held == 1 ? "message held" : "messages held",
            failed == 0 ? null : failed + " failed",
            "/messages?status=" + (failed == 0 ? "held" : "failed")));
  }

  @Override
  public List<HomeList> lists() {
    return List.of();
  }
}
