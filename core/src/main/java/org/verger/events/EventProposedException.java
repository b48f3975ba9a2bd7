package org.verger.events;

/** An event that people still decide on is changed by its request, so that they know. */
public final class EventProposedException extends RuntimeException {

  EventProposedException() {
    super("It waits for those who decide: change it by its request, so that they see what changed");
  }
}
