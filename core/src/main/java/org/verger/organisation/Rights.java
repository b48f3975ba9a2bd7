package org.verger.organisation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.validation.InvalidInputException;

/** The rights of roles, by area, as the church has set them. */
@Component
public class Rights {

  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;

  Rights(JdbcClient jdbc, Access access, Audit audit) {
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
  }

  /**
   * A row of the matrix.
   *
   * @param extents one for each area
   */
  public record RoleRights(Role role, Map<Area, Extent> extents) {}

  private record Cell(String role, String area, String extent) {}

  /** All roles that have rights, or could have, by name. */
  @Transactional(readOnly = true)
  public List<RoleRights> matrix() {
    Map<String, Map<Area, Extent>> rows = new TreeMap<>();
    jdbc.sql("SELECT role, area, extent FROM role_right")
        .query(Cell.class)
        .list()
        .forEach(
            cell ->
                rows.computeIfAbsent(cell.role(), role -> nothing())
                    .put(
                        Area.of(cell.area()).orElseThrow(),
                        Extent.of(cell.extent()).orElseThrow()));
    return rows.entrySet().stream()
        .map(row -> new RoleRights(new Role(row.getKey()), row.getValue()))
        .toList();
  }

  private static Map<Area, Extent> nothing() {
    Map<Area, Extent> extents = new EnumMap<>(Area.class);
    for (Area area : Area.values()) {
      extents.put(area, Extent.NONE);
    }
    return extents;
  }

  /**
   * Changes what a role may do; it counts from the next request on.
   *
   * @throws NotAllowedException when {@code by} does not look after the whole church's system
   * @throws InvalidInputException when it would lock the administrators out
   */
  @Transactional
  public void set(PersonId by, Role role, Area area, Extent extent) {
    access.requireEverywhere(by, Area.SYSTEM);
    if (role.equals(Role.ADMIN) && area == Area.SYSTEM && extent != Extent.FULL) {
      throw InvalidInputException.of(
          "extent", "Administrators keep the whole system, or nobody could change this back");
    }
    String before = current(role, area);
    jdbc.sql(
            """
            INSERT INTO role_right (role, area, extent) VALUES (?, ?, ?)
            ON CONFLICT (role, area) DO UPDATE SET extent = excluded.extent
            """)
        .params(role.value(), area.code(), extent.code())
        .update();
    audit.record(
        "organisation-right-changed",
        role.value(),
        by.value(),
        Map.of("area", area.code(), "before", before, "after", extent.code()));
  }

  private String current(Role role, Area area) {
    return jdbc.sql("SELECT extent FROM role_right WHERE role = ? AND area = ?")
        .params(role.value(), area.code())
        .query(String.class)
        .optional()
        .orElse(Extent.NONE.code());
  }
}
