package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;

/** The list of everything that waits for whoever is signed in. */
@PageController
@PreAuthorize("isAuthenticated()")
class TaskListPage {

  private final TaskBoard board;

  TaskListPage(TaskBoard board) {
    this.board = board;
  }

  @GetMapping("/tasks")
  String list(
      @ModelAttribute("choice") TaskChoice choice, HttpServletRequest request, Model model) {
    board.show(choice, model);
    return Fragments.view(request, "tasks/list", "list");
  }

  @Bean
  static NavigationEntry tasksEntry() {
    return NavigationEntry.forEverybody("Tasks", "/tasks", "list-checks", 150);
  }
}
