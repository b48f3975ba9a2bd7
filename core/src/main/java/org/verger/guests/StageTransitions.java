package org.verger.guests;

import static org.verger.guests.Stage.CONNECTED;
import static org.verger.guests.Stage.CONTACTED;
import static org.verger.guests.Stage.DECIDED;
import static org.verger.guests.Stage.DUPLICATE;
import static org.verger.guests.Stage.IN_DISCIPLESHIP;
import static org.verger.guests.Stage.MEMBER;
import static org.verger.guests.Stage.MOVED_AWAY;
import static org.verger.guests.Stage.NEW;
import static org.verger.guests.Stage.OPTED_OUT;
import static org.verger.guests.Stage.UNREACHABLE;

import java.util.Map;
import java.util.Set;

/** All changes of stage that can happen. Whoever left can come back, except a duplicate. */
public final class StageTransitions {

  private static final Map<Stage, Set<Stage>> LEGAL =
      Map.of(
          NEW,
          Set.of(CONTACTED, CONNECTED, DECIDED, OPTED_OUT, UNREACHABLE, DUPLICATE, MOVED_AWAY),
          CONTACTED,
          Set.of(CONNECTED, DECIDED, OPTED_OUT, UNREACHABLE, DUPLICATE, MOVED_AWAY),
          CONNECTED,
          Set.of(DECIDED, OPTED_OUT, UNREACHABLE, DUPLICATE, MOVED_AWAY),
          DECIDED,
          Set.of(IN_DISCIPLESHIP, OPTED_OUT, UNREACHABLE, DUPLICATE, MOVED_AWAY),
          IN_DISCIPLESHIP,
          Set.of(MEMBER, OPTED_OUT, UNREACHABLE, DUPLICATE, MOVED_AWAY),
          MEMBER,
          Set.of(DUPLICATE, MOVED_AWAY),
          OPTED_OUT,
          Set.of(CONNECTED, DECIDED, DUPLICATE, MOVED_AWAY),
          UNREACHABLE,
          Set.of(CONNECTED, DECIDED, OPTED_OUT, DUPLICATE, MOVED_AWAY),
          MOVED_AWAY,
          Set.of(CONNECTED, DECIDED, OPTED_OUT, DUPLICATE),
          DUPLICATE,
          Set.of());

  private StageTransitions() {}

  /** Whether a guest can go from one stage to the other. */
  public static boolean allows(Stage from, Stage to) {
    return LEGAL.getOrDefault(from, Set.of()).contains(to);
  }
}
