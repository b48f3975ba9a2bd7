package org.verger.organisation;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of units of the current church. */
@Component
public class Units {

  private static final String COLUMNS = "id, parent_id, level, name, path";

  private final JdbcClient jdbc;

  Units(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Creates the national unit, the root of the tree. */
  @Transactional
  public Unit createRoot(String name) {
    UnitId id = UnitId.random();
    return insert(new Unit(id, null, Level.NATIONAL, name.strip(), id + "/"));
  }

  /**
   * Creates a unit below another.
   *
   * @throws UnknownUnitException when there is no such parent
   */
  @Transactional
  public Unit create(UnitId parent, Level level, String name) {
    UnitId id = UnitId.random();
    return insert(new Unit(id, parent, level, name.strip(), require(parent).path() + id + "/"));
  }

  /**
   * Gives a unit another name.
   *
   * @throws UnknownUnitException when there is none
   */
  @Transactional
  public Unit rename(UnitId id, String name) {
    jdbc.sql("UPDATE unit SET name = ? WHERE id = ?").params(name, id.value()).update();
    return require(id);
  }

  /** The unit, if it exists. */
  @Transactional(readOnly = true)
  public Optional<Unit> find(UnitId id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM unit WHERE id = ?")
        .param(id.value())
        .query(Units::read)
        .optional();
  }

  /**
   * The unit.
   *
   * @throws UnknownUnitException when there is none
   */
  @Transactional(readOnly = true)
  public Unit require(UnitId id) {
    return find(id).orElseThrow(() -> new UnknownUnitException(id));
  }

  /** The national unit, once it was created. */
  @Transactional(readOnly = true)
  public Optional<Unit> root() {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM unit WHERE parent_id IS NULL ORDER BY path LIMIT 1")
        .query(Units::read)
        .optional();
  }

  /** All units, each followed by those below it, by name. */
  @Transactional(readOnly = true)
  public List<Unit> all() {
    return jdbc.sql(
            """
            SELECT unit.id, parent_id, level, name, path FROM unit
            ORDER BY (SELECT string_agg(lower(above.name) || '/' || above.id, '/' ORDER BY length(above.path))
                      FROM unit above WHERE starts_with(unit.path, above.path)) COLLATE "C"
            """)
        .query(Units::read)
        .list();
  }

  /** The unit nearest to the national one that all reaches cover, the first by name. */
  @Transactional(readOnly = true)
  public Optional<Unit> topmost(List<Reach> reaches) {
    String covered = reaches.stream().map(reach -> " AND path LIKE ANY (?)").collect(joining());
    return jdbc.sql(
            "SELECT %s FROM unit WHERE true%s ORDER BY length(path), lower(name), id LIMIT 1"
                .formatted(COLUMNS, covered))
        .params(reaches.stream().<Object>map(Reach::patterns).toList())
        .query(Units::read)
        .optional();
  }

  /** The units above this one, nearest first. */
  @Transactional(readOnly = true)
  public List<Unit> ancestors(UnitId id) {
    return jdbc.sql(
            """
            SELECT above.id, above.parent_id, above.level, above.name, above.path
            FROM unit JOIN unit above ON starts_with(unit.path, above.path) AND above.id <> unit.id
            WHERE unit.id = ? ORDER BY length(above.path) DESC
            """)
        .param(id.value())
        .query(Units::read)
        .list();
  }

  /** This unit and all below it, from the top down. */
  @Transactional(readOnly = true)
  public List<Unit> subtree(UnitId id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM unit WHERE path LIKE ? ORDER BY length(path), name, id")
        .param(require(id).path() + "%")
        .query(Units::read)
        .list();
  }

  private Unit insert(Unit unit) {
    jdbc.sql("INSERT INTO unit (id, parent_id, level, name, path) VALUES (?, ?, ?, ?, ?)")
        .param(unit.id().value())
        .param(unit.parentId() == null ? null : unit.parentId().value())
        .param(unit.level().code())
        .param(unit.name())
        .param(unit.path())
        .update();
    return unit;
  }

  private static Unit read(ResultSet row, int number) throws SQLException {
    @Nullable UUID parent = row.getObject("parent_id", UUID.class);
    return new Unit(
        new UnitId(row.getObject("id", UUID.class)),
        parent == null ? null : new UnitId(parent),
        Level.of(row.getString("level")),
        row.getString("name"),
        row.getString("path"));
  }
}
