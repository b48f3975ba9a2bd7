package org.verger.imports.file;

/** Where a cell stands, as in B12. */
final class CellAddress {

  private static final int MOST_DIGITS = 9;
  private static final int MOST_LETTERS = 4;

  private CellAddress() {}

  /** The column of an address, from 0. */
  static int column(String address) {
    int column = 0;
    int at = 0;
    while (at < address.length() && letter(address.charAt(at)) > 0) {
      column = column * 26 + letter(address.charAt(at++));
      if (at > MOST_LETTERS) {
        throw Refusals.damaged(null);
      }
    }
    if (column == 0) {
      throw Refusals.damaged(null);
    }
    return column - 1;
  }

  /** The number of a row, from 1. */
  static long row(String number) {
    if (number.isEmpty() || number.length() > MOST_DIGITS) {
      throw Refusals.damaged(null);
    }
    long row = 0;
    for (int at = 0; at < number.length(); at++) {
      char digit = number.charAt(at);
      if (digit < '0' || digit > '9') {
        throw Refusals.damaged(null);
      }
      row = row * 10 + digit - '0';
    }
    return row;
  }

  private static int letter(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 1;
    }
    return c >= 'a' && c <= 'z' ? c - 'a' + 1 : 0;
  }
}
