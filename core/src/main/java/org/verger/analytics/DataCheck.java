package org.verger.analytics;

/**
 * Looks for something wrong in the records of days that are about to be rolled up; each is a bean.
 */
public interface DataCheck {

  /** In kebab-case, such as {@code gifts-without-fund}. */
  String name();

  /** Whose figures it would make wrong. */
  Subject subject();

  /** Whether it holds these figures back until it is put right or released. */
  boolean holds();

  /** What is wrong, as people read it, such as "Gifts without a fund". */
  String what();

  /** What to do about it, in a sentence. */
  String remedy();

  /**
   * The records that are wrong, as a SELECT of one column: their ids as text, each once. It may
   * read {@code changed} (day): the days that are about to be rolled up. Parameters: {@code :zone}
   * and {@code :today}, the church's.
   */
  String records();
}
