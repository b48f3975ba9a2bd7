package org.verger.exports;

/** There is no list of this name that can be exported. */
public final class UnknownListException extends RuntimeException {

  UnknownListException(String name) {
    super("There is no list called " + name);
  }
}
