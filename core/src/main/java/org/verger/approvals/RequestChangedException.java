package org.verger.approvals;

/** The request is no longer the one that was looked at. */
public final class RequestChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final int version;

  public RequestChangedException(int version) {
    super("The request has changed meanwhile: look at it again");
    this.version = version;
  }

  /** Which it is now. */
  public int version() {
    return version;
  }
}
