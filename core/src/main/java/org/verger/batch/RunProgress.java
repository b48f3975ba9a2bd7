package org.verger.batch;

/** What a run reports while it works. Cheap to call: it is written to the database now and then. */
public interface RunProgress {

  /** How many items there are to do, as soon as it is known. */
  void total(long items);

  /** That many more items were read. */
  void read(long items);

  /** That many more items were written. */
  void written(long items);

  /** That many more items needed nothing. */
  void skipped(long items);

  /** That many more items were rejected. */
  void rejected(long items);

  /**
   * That all counts begin at nothing again, because what was counted was taken back or is done once
   * more.
   */
  void startOver();

  /** A line for the log of the run; without personal data. */
  void log(String line);

  /**
   * Whether somebody asked the run to stop. Work that takes long asks now and then, and ends early.
   */
  boolean stopRequested();
}
