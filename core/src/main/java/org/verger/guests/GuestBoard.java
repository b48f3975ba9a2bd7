package org.verger.guests;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Reach;

/** The funnel as a board: a column for each stage. */
@Component
public class GuestBoard {

  private final JdbcClient jdbc;

  GuestBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A stage and who is in it.
   *
   * @param count all guests of the stage within reach, also those without a card
   * @param cards those who came into the stage last, the latest first
   */
  public record Column(Stage stage, long count, List<GuestCard> cards) {}

  /** All stages in their order, each with at most {@code perColumn} cards. */
  @Transactional(readOnly = true)
  public List<Column> show(
      @Nullable String search, @Nullable String campaign, Reach reach, int perColumn) {
    Selection selection = new Selection(Texts.given(search), campaign, reach);
    Map<String, Long> counts = counts(selection);
    Map<String, List<GuestCard>> cards =
        cards(selection, perColumn).stream().collect(Collectors.groupingBy(GuestCard::stage));
    return Arrays.stream(Stage.values())
        .map(
            stage ->
                new Column(
                    stage,
                    counts.getOrDefault(stage.code(), 0L),
                    cards.getOrDefault(stage.code(), List.of())))
        .toList();
  }

  private record Selection(@Nullable String search, @Nullable String campaign, Reach reach) {

    Map<String, @Nullable Object> params() {
      Map<String, @Nullable Object> params = new HashMap<>();
      params.put("search", search);
      params.put("campaign", campaign);
      params.put("everything", reach.everything());
      params.put("patterns", reach.patterns());
      return params;
    }
  }

  private Map<String, Long> counts(Selection selection) {
    return jdbc
        .sql(
            "SELECT g.stage, count(*) AS guests FROM guest g LEFT JOIN unit u ON u.id = g.unit_id"
                + " WHERE "
                + GuestCards.WITHIN_REACH
                + " AND "
                + GuestCards.WANTED
                + " GROUP BY g.stage")
        .params(selection.params())
        .query((row, number) -> Map.entry(row.getString("stage"), row.getLong("guests")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<GuestCard> cards(Selection selection, int perColumn) {
    return jdbc.sql(
            """
            SELECT card.* FROM unnest(:stages) AS wanted (stage) CROSS JOIN LATERAL (
              SELECT %s FROM guest g LEFT JOIN unit u ON u.id = g.unit_id
              WHERE g.stage = wanted.stage AND %s AND %s
              ORDER BY g.stage_since DESC, g.id LIMIT :most) AS card
            """
                .formatted(GuestCards.COLUMNS, GuestCards.WITHIN_REACH, GuestCards.WANTED))
        .param("stages", Arrays.stream(Stage.values()).map(Stage::code).toArray(String[]::new))
        .params(selection.params())
        .param("most", perColumn)
        .query(GuestCards.ROW)
        .list();
  }
}
