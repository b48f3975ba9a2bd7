package org.verger.engine;

import java.time.Instant;

/** How work on a job ended. */
sealed interface JobOutcome {

  /** The name under which it is counted. */
  String label();

  /** Done; {@code variables} is a JSON object. */
  record Completed(String variables) implements JobOutcome {
    @Override
    public String label() {
      return "completed";
    }
  }

  /** Not possible, and the model draws what happens then. */
  record Refused(String code) implements JobOutcome {
    @Override
    public String label() {
      return "error";
    }
  }

  /** Too early; not a failure. */
  record Postponed(Instant until) implements JobOutcome {
    @Override
    public String label() {
      return "postponed";
    }
  }

  /** Passing trouble. */
  record Failed(String error) implements JobOutcome {
    @Override
    public String label() {
      return "failed";
    }
  }

  /** Trying again would not help: a person has to look at it. */
  record Hopeless(String error) implements JobOutcome {
    @Override
    public String label() {
      return "incident";
    }
  }
}
