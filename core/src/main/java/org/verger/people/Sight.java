package org.verger.people;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Reach;
import org.verger.organisation.Unit;

/**
 * How much somebody sees of people.
 *
 * @param people whom they see at all
 * @param data of whom they see how to reach them, the birth date and the family
 */
record Sight(Reach people, Reach data) {

  /** Of a person's unit {@code u}, which is missing where they belong to none. */
  static final String WITHIN = "(:everything OR coalesce(u.path LIKE ANY (:patterns), false))";

  /** Of a person's unit {@code u}. */
  static final String DATA = "(:allData OR coalesce(u.path LIKE ANY (:dataPatterns), false))";

  /** The parameters of both, to which others can be added. */
  Map<String, @Nullable Object> params() {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("everything", people.everything());
    params.put("patterns", people.patterns());
    params.put("allData", data.everything());
    params.put("dataPatterns", data.patterns());
    return params;
  }

  /** Whether they may change people of this unit, or of none. */
  boolean mayChange(@Nullable Unit unit) {
    return unit == null
        ? people.everything() && data.everything()
        : people.covers(unit) && data.covers(unit);
  }
}
