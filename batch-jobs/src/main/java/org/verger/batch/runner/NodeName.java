package org.verger.batch.runner;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** What this process is called in the rows of the runs that it works on. */
@Component
@RunsInRole(RunsInRole.BATCH)
final class NodeName {

  private final String value;
  private final boolean stays;

  NodeName(RunnerSettings settings) {
    String given = settings.node();
    stays = given != null && !given.isBlank();
    value = stays ? String.valueOf(given) : host() + "/" + UUID.randomUUID();
  }

  /** The name. */
  String value() {
    return value;
  }

  /** Whether the process has it again after a restart, and no other has it. */
  boolean stays() {
    return stays;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "node";
    }
  }
}
