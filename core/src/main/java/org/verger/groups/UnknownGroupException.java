package org.verger.groups;

/** There is no group with this id that whoever asks may see. */
public final class UnknownGroupException extends RuntimeException {

  public UnknownGroupException(GroupId id) {
    super("There is no group " + id + " for you");
  }
}
