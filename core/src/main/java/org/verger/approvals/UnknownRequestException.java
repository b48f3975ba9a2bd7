package org.verger.approvals;

/** There is no such request here, or nobody should learn that there is. */
public final class UnknownRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnknownRequestException(String id) {
    super(id);
  }
}
