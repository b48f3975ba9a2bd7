package org.verger.approvals.web;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** Says to an open list that something of the church's tasks is new. */
@PageController
@PreAuthorize("isAuthenticated()")
class TaskStream {

  private final TaskListeners listeners;
  private final Staff staff;

  TaskStream(TaskListeners listeners, Staff staff) {
    this.listeners = listeners;
    this.staff = staff;
  }

  @GetMapping(path = "/tasks/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter listen() {
    staff.person();
    return listeners.add();
  }
}
