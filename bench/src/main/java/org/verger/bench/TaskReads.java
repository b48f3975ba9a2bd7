package org.verger.bench;

/** What an approver looks at; each returns how many tasks it showed or counted. */
interface TaskReads {

  /** How many tasks a page has. */
  int PAGE = 50;

  /** The columns of the table of figures. */
  String name();

  /** A page of the approver's tasks, the most urgent first. */
  int page(int offset);

  /** The first page of one kind whose title, requester or unit contains the text. */
  int search(String kind, String text);
}
