package org.verger.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StageTransitionsTest {

  // One letter for each stage in the order of the enum: Y where the guest can go, else a dot.
  private static final Map<Stage, String> TABLE =
      Map.of(
          Stage.NEW, ".YYY..YYYY",
          Stage.CONTACTED, "..YY..YYYY",
          Stage.CONNECTED, "...Y..YYYY",
          Stage.DECIDED, "....Y.YYYY",
          Stage.IN_DISCIPLESHIP, ".....YYYYY",
          Stage.MEMBER, "........YY",
          Stage.OPTED_OUT, "..YY....YY",
          Stage.UNREACHABLE, "..YY..Y.YY",
          Stage.DUPLICATE, "..........",
          Stage.MOVED_AWAY, "..YY..Y.Y.");

  @ParameterizedTest(name = "from {0} to {1}: {2}")
  @MethodSource("everyPair")
  void aGuestGoesWhereTheTableSaysAndNowhereElse(Stage from, Stage to, boolean legal) {
    assertThat(StageTransitions.allows(from, to)).isEqualTo(legal);
  }

  static Stream<Arguments> everyPair() {
    return Arrays.stream(Stage.values())
        .flatMap(
            from ->
                Arrays.stream(Stage.values())
                    .map(
                        to ->
                            Arguments.of(
                                from,
                                to,
                                TABLE.getOrDefault(from, "").charAt(to.ordinal()) == 'Y')));
  }
}
