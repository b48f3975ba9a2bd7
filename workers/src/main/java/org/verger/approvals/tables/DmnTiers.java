package org.verger.approvals.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.camunda.dmn.DmnEngine;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.verger.approvals.ChainStep;
import org.verger.approvals.Question;
import org.verger.approvals.Tiers;
import org.verger.organisation.Role;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;

/**
 * The tables of {@code bpmn/approvals}, evaluated here and not in the engine: a request has to be
 * taken, and its chain be known, also while the engine is away.
 */
@Component
class DmnTiers implements Tiers {

  private final DmnEngine engine = new DmnEngine.Builder().build();
  private final ParsedDmn role = parse("role-chain");
  private final ParsedDmn money = parse("money-chain");
  private final ParsedDmn event = parse("event-chain");

  @Override
  public List<ChainStep> stepsFor(Question question, int boardQuorum) {
    return switch (question) {
      case Question.ForRole asked ->
          steps(
              role, "role-chain", Map.of("role", asked.role().value(), "boardQuorum", boardQuorum));
      case Question.ForMoney asked ->
          steps(
              money, "money-chain", Map.of("amount", asked.amount(), "currency", asked.currency()));
      case Question.ForEvent asked ->
          steps(event, "event-chain", Map.of("level", asked.level().code()));
    };
  }

  private List<ChainStep> steps(ParsedDmn table, String decision, Map<String, Object> context) {
    DmnEngine.EvalResult result = right(engine.eval(table, decision, context));
    return result instanceof DmnEngine.Result found && found.value() instanceof Seq<?> rows
        ? CollectionConverters.asJava(rows).stream().map(DmnTiers::step).toList()
        : List.of();
  }

  private static ChainStep step(@Nullable Object row) {
    if (row instanceof scala.collection.Map<?, ?> cells) {
      Map<?, ?> step = CollectionConverters.asJava(cells);
      return new ChainStep(
          number(step.get("stage")),
          new Role(String.valueOf(step.get("role"))),
          number(step.get("quorum")));
    }
    throw new IllegalStateException("A tier has a stage, a role and a quorum, and is not " + row);
  }

  private static int number(@Nullable Object value) {
    if (value instanceof Number number) {
      return number.intValue();
    }
    throw new IllegalStateException("Stage and quorum of a tier are numbers, not " + value);
  }

  private ParsedDmn parse(String table) {
    try (InputStream file =
        new ClassPathResource("bpmn/approvals/" + table + ".dmn").getInputStream()) {
      return right(engine.parse(file));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static <T> T right(Either<?, T> result) {
    if (result.isLeft()) {
      throw new IllegalStateException(result.toString());
    }
    return result.toOption().get();
  }
}
