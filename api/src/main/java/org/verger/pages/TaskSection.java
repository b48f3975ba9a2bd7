package org.verger.pages;

import java.util.List;

/** Tasks that a feature adds to the list of everything that waits for somebody; each is a bean. */
public interface TaskSection {

  /** One word for its tasks, as in {@code guest}; what the list is narrowed by. */
  String kind();

  /** Those of whoever is signed in. */
  Found find(Wanted wanted);

  /**
   * What is looked for.
   *
   * @param overdue whether only what should have been done by now
   * @param search a part of what people read on it; empty for all
   */
  record Wanted(boolean overdue, String search) {}

  /**
   * What was found.
   *
   * @param template the template whose fragment {@code section(items)} shows them
   * @param open how many wait for the person, whatever was looked for
   * @param overdue how many of these should have been done by now
   */
  record Found(String template, List<?> items, long open, long overdue) {

    public Found {
      items = List.copyOf(items);
    }
  }
}
