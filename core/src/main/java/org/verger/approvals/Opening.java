package org.verger.approvals;

import org.verger.organisation.PersonId;

/** What becomes of a step when the chain comes to it. */
public sealed interface Opening {

  /** Somebody of the seat is to decide. */
  record Asked(Seat seat) implements Opening {}

  /** The requester holds the role, and with the request has said yes. */
  record Submitted() implements Opening {}

  /** Nobody else holds the role than somebody who said yes at an earlier step. */
  record Decided(PersonId by) implements Opening {}

  /** Nobody may decide it, up to the top; somebody has to be appointed first. */
  record Nobody() implements Opening {}
}
