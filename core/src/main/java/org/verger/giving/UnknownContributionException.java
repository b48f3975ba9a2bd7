package org.verger.giving;

/** There is no such gift, or it is none of the asker's business. */
public final class UnknownContributionException extends RuntimeException {

  UnknownContributionException(long id) {
    super("No contribution " + id);
  }
}
