package org.verger.approvals.web;

import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.approvals.StepId;
import org.verger.organisation.People;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** One task: what is asked, and the buttons to decide it. */
@PageController
@PreAuthorize("isAuthenticated()")
class TaskPage {

  private final TaskDesk desk;
  private final People people;
  private final Staff staff;

  TaskPage(TaskDesk desk, People people, Staff staff) {
    this.desk = desk;
    this.people = people;
    this.staff = staff;
  }

  @GetMapping("/tasks/{id}")
  String show(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "mine") String view,
      @RequestParam(defaultValue = "") String search,
      Model model) {
    TaskDesk.Desk shown = desk.show(new StepId(id), staff.person());
    model.addAttribute("desk", shown);
    model.addAttribute("view", view);
    model.addAttribute("search", search);
    model.addAttribute(
        "found", shown.administered() && !search.isBlank() ? people.search(search) : List.of());
    return "tasks/task";
  }
}
