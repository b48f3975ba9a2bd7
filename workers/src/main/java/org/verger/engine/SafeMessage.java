package org.verger.engine;

/**
 * An exception whose message never holds personal data. Only such a message is shown in incidents
 * and logs; of all other exceptions they get the class and the place.
 */
public interface SafeMessage {

  /** What went wrong, in words an operator can act on. */
  String safeMessage();
}
