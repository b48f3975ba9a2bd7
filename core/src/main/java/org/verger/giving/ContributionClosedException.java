package org.verger.giving;

/** A gift that was taken back, or takes one back, stays as it is. */
public final class ContributionClosedException extends RuntimeException {

  ContributionClosedException() {
    super("It was taken back, so it stays as it is. Enter another gift if one was made");
  }
}
