package org.verger.approvals.web;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.verger.approvals.TaskNews;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/**
 * Tells open lists of tasks that something is new. One thread asks once a second for each church
 * that has a list open, however many are; what is new, each list asks for itself.
 */
@Component
@RunsInRole(RunsInRole.API)
class TaskListeners {

  private static final Logger log = LoggerFactory.getLogger(TaskListeners.class);

  private static final int BEAT_AT = 30;

  // A browser comes back by itself, and is asked again who it is.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final TaskNews news;
  private final Map<TenantId, Church> churches = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("task-news").factory());
  private int looks;

  TaskListeners(TaskNews news) {
    this.news = news;
  }

  private static final class Church {

    private final Set<SseEmitter> listeners = ConcurrentHashMap.newKeySet();
    private String told;

    private Church(String told) {
      this.told = told;
    }
  }

  @PostConstruct
  void start() {
    var unused = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** A listener of the current church; it is told at once how things are. */
  SseEmitter add() {
    String version = news.version();
    Church church = churches.computeIfAbsent(CurrentTenant.require(), first -> new Church(version));
    SseEmitter listener = new SseEmitter(LONGEST.toMillis());
    listener.onCompletion(() -> church.listeners.remove(listener));
    listener.onError(failure -> church.listeners.remove(listener));
    listener.onTimeout(listener::complete);
    church.listeners.add(listener);
    send(church, listener, SseEmitter.event().name("tasks").data(version));
    return listener;
  }

  private void look() {
    looks++;
    churches.forEach(
        (tenant, church) -> {
          if (!church.listeners.isEmpty()) {
            look(tenant, church);
          }
        });
  }

  private void look(TenantId tenant, Church church) {
    try {
      String version = CurrentTenant.call(tenant, news::version);
      if (!version.equals(church.told)) {
        church.told = version;
        tell(church, version);
      } else if (looks % BEAT_AT == 0) {
        church.listeners.forEach(
            listener -> send(church, listener, SseEmitter.event().comment("still here")));
      }
    } catch (RuntimeException failure) {
      log.debug("Whether tasks are new cannot be asked now", failure);
    }
  }

  private static void tell(Church church, String version) {
    church.listeners.forEach(
        listener -> send(church, listener, SseEmitter.event().name("tasks").data(version)));
  }

  private static void send(Church church, SseEmitter listener, SseEmitter.SseEventBuilder event) {
    try {
      listener.send(event);
    } catch (IOException | IllegalStateException gone) {
      church.listeners.remove(listener);
    }
  }

  // Before the web server waits for open requests to end.
  @EventListener(ContextClosedEvent.class)
  void stop() {
    timer.shutdownNow();
    churches.values().forEach(church -> church.listeners.forEach(SseEmitter::complete));
  }
}
