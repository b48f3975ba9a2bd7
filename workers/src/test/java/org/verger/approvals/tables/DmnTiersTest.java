package org.verger.approvals.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verger.approvals.ChainStep;
import org.verger.approvals.Question;
import org.verger.organisation.Level;
import org.verger.organisation.Role;

class DmnTiersTest {

  private final DmnTiers tiers = new DmnTiers();

  // In minor units, so 10000 is 100.00.
  @ParameterizedTest
  @CsvSource({
    "1,      group-leader,      campus-leader",
    "10000,  group-leader,      campus-leader",
    "10001,  campus-leader,     regional-director",
    "100000, campus-leader,     regional-director",
    "100001, regional-director, national-director",
    "500000, regional-director, national-director",
    "500001, national-director, finance-director",
    "9223372036854775, national-director, finance-director",
  })
  void moneyGoesThroughTheChainOfItsBand(long amount, String first, String second) {
    for (String currency : List.of("USD", "EUR", "GBP")) {
      assertThat(steps(new Question.ForMoney(amount, currency)))
          .containsExactly(step(1, first), step(2, second));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KES", "usd", ""})
  void aCurrencyWithoutATableHasNoChain(String currency) {
    assertThat(steps(new Question.ForMoney(5000, currency))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void nothingAndLessThanNothingHaveNoChain(long amount) {
    assertThat(steps(new Question.ForMoney(amount, "USD"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "group-leader,      campus-leader",
    "campus-leader,     regional-director",
    "regional-director, national-director",
  })
  void aRoleIsApprovedOneLevelUp(String role, String approver) {
    assertThat(steps(new Question.ForRole(new Role(role)))).containsExactly(step(1, approver));
  }

  @Test
  void aNationalDirectorIsApprovedByAsManyOfTheBoardAsTheChurchSays() {
    assertThat(tiers.stepsFor(new Question.ForRole(Role.NATIONAL_DIRECTOR), 5))
        .containsExactly(new ChainStep(1, Role.BOARD_MEMBER, 5));
  }

  @Test
  void aRoleThatNobodyApprovesHasNoChain() {
    assertThat(steps(new Question.ForRole(Role.ADMIN))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GROUP,      campus-leader",
    "DEPARTMENT, campus-leader",
    "CAMPUS,     regional-director",
    "REGIONAL,   national-director",
  })
  void anEventIsApprovedOneLevelUp(Level level, String approver) {
    assertThat(steps(new Question.ForEvent(level))).containsExactly(step(1, approver));
  }

  @Test
  void aNationalEventNeedsBothDirectorsSideBySide() {
    assertThat(steps(new Question.ForEvent(Level.NATIONAL)))
        .containsExactly(step(1, "national-director"), step(1, "finance-director"));
  }

  private List<ChainStep> steps(Question question) {
    return tiers.stepsFor(question, 3);
  }

  private static ChainStep step(int stage, String role) {
    return new ChainStep(stage, new Role(role), 1);
  }
}
