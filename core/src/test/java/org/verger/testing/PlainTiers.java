package org.verger.testing;

import java.util.List;
import org.verger.approvals.ChainStep;
import org.verger.approvals.Question;
import org.verger.approvals.Tiers;
import org.verger.organisation.Level;
import org.verger.organisation.Role;

/** A few tiers for tests of what follows from a chain; the real ones are tables of the models. */
final class PlainTiers implements Tiers {

  @Override
  public List<ChainStep> stepsFor(Question question, int boardQuorum) {
    return switch (question) {
      case Question.ForMoney money when !money.currency().equals("USD") -> List.of();
      case Question.ForMoney money when money.amount() <= 10_000 ->
          one(Role.GROUP_LEADER, Role.CAMPUS_LEADER);
      case Question.ForMoney money -> one(Role.CAMPUS_LEADER, Role.REGIONAL_DIRECTOR);
      case Question.ForRole role when role.role().equals(Role.NATIONAL_DIRECTOR) ->
          List.of(new ChainStep(1, Role.BOARD_MEMBER, boardQuorum));
      case Question.ForRole role when role.role().equals(Role.GROUP_LEADER) ->
          one(Role.CAMPUS_LEADER);
      case Question.ForRole role -> List.of();
      case Question.ForEvent event when event.level() == Level.NATIONAL ->
          List.of(
              new ChainStep(1, Role.NATIONAL_DIRECTOR, 1),
              new ChainStep(1, Role.FINANCE_DIRECTOR, 1));
      case Question.ForEvent event -> one(Role.CAMPUS_LEADER);
    };
  }

  private static List<ChainStep> one(Role... roles) {
    return java.util.stream.IntStream.range(0, roles.length)
        .mapToObj(stage -> new ChainStep(stage + 1, roles[stage], 1))
        .toList();
  }
}
