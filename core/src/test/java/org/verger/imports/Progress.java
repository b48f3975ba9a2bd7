package org.verger.imports;

import java.util.ArrayList;
import java.util.List;
import org.verger.batch.RunProgress;

/** Keeps what a run reports. */
class Progress implements RunProgress {

  final List<String> log = new ArrayList<>();
  long read;
  boolean stop;

  @Override
  public void total(long items) {}

  @Override
  public void read(long items) {
    read += items;
  }

  @Override
  public void written(long items) {}

  @Override
  public void skipped(long items) {}

  @Override
  public void rejected(long items) {}

  @Override
  public void startOver() {
    read = 0;
  }

  @Override
  public void log(String line) {
    log.add(line);
  }

  @Override
  public boolean stopRequested() {
    return stop;
  }
}
