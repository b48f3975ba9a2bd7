package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.approvals.Decision;
import org.verger.approvals.LinkedTask;
import org.verger.approvals.TaskLinks;
import org.verger.pages.PageController;

/**
 * The one task that a link in a notice opens. Whoever has the link is taken for the person it was
 * made for, for this task alone; nothing else is reached from here.
 */
@PageController
@PreAuthorize("permitAll()")
@RequestMapping("/task-links/{church}/{token}")
class TaskLinkPage {

  private final TaskLinks links;
  private final LinkedTask linkedTask;
  private final Verdicts verdicts;

  TaskLinkPage(TaskLinks links, LinkedTask linkedTask, Verdicts verdicts) {
    this.links = links;
    this.linkedTask = linkedTask;
    this.verdicts = verdicts;
  }

  @GetMapping
  String show(
      @PathVariable String church,
      @PathVariable String token,
      Model model,
      HttpServletResponse response) {
    keepOutOfSight(response);
    return task(church, token, model, response);
  }

  @PostMapping
  String decide(
      @PathVariable String church,
      @PathVariable String token,
      @RequestParam(defaultValue = "") String decision,
      @RequestParam @Nullable String comment,
      Model model,
      HttpServletResponse response) {
    keepOutOfSight(response);
    Optional<Verdict> verdict =
        Decision.of(decision).flatMap(said -> verdicts.byLink(token, said, comment));
    if (verdict.isPresent() && stays(verdict.get().kind())) {
      model.addAttribute("problem", verdict.get().sentence());
      model.addAttribute("comment", comment);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return task(church, token, model, response);
    }
    if (verdict.isEmpty()) {
      return over(response);
    }
    model.addAttribute("verdict", verdict.get());
    return "approvals/link-used";
  }

  // What its sender can put right does not use the link up.
  private static boolean stays(Verdict.Kind kind) {
    return kind == Verdict.Kind.INVALID || kind == Verdict.Kind.NOT_READY;
  }

  private String task(String church, String token, Model model, HttpServletResponse response) {
    Optional<LinkedTask.View> task = links.open(token).flatMap(linkedTask::show);
    if (task.isEmpty()) {
      return over(response);
    }
    model.addAttribute("task", task.get());
    model.addAttribute("action", "/task-links/" + church + "/" + token);
    return "approvals/link";
  }

  private static String over(HttpServletResponse response) {
    response.setStatus(HttpStatus.GONE.value());
    return "approvals/link-over";
  }

  private static void keepOutOfSight(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("X-Robots-Tag", "noindex");
  }
}
