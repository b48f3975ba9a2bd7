package org.verger.batch;

import java.util.Map;
import java.util.UUID;
import org.verger.tenants.TenantId;

/** The run that a step works for, and where it says how far it has come. */
public interface RunContext extends RunProgress {

  /** The id of the run. */
  UUID id();

  /** The church that is bound while a step works. */
  TenantId tenant();

  /** What makes the run one of its kind: the night, or the id of an import. */
  String key();

  /** What the run was asked for with. */
  Map<String, String> parameters();

  /**
   * One of the parameters.
   *
   * @throws IllegalArgumentException when the run was asked for without it
   */
  default String parameter(String name) {
    String value = parameters().get(name);
    if (value == null) {
      throw new IllegalArgumentException("The run was asked for without " + name);
    }
    return value;
  }
}
