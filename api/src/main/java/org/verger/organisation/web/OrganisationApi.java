package org.verger.organisation.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.ChangeRoles;
import org.verger.organisation.ChangeUnits;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.Rights;
import org.verger.organisation.RoleHolder;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.web.Staff;

/**
 * Units, roles and rights. Everybody who serves sees who leads what; who may change it, the use
 * cases say.
 */
@RestController
@RequestMapping("/api/v1/organisation")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class OrganisationApi {

  private final Tree tree;
  private final People people;
  private final Rights rights;
  private final ChangeUnits changeUnits;
  private final ChangeRoles changeRoles;
  private final Staff staff;

  OrganisationApi(
      Tree tree,
      People people,
      Rights rights,
      ChangeUnits changeUnits,
      ChangeRoles changeRoles,
      Staff staff) {
    this.tree = tree;
    this.people = people;
    this.rights = rights;
    this.changeUnits = changeUnits;
    this.changeRoles = changeRoles;
    this.staff = staff;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  /**
   * A unit.
   *
   * @param parent null for the root
   * @param level national, regional, campus, group or department
   */
  record UnitItem(UUID id, @Nullable UUID parent, String level, String name) {

    static UnitItem of(Unit unit) {
      UnitId parent = unit.parentId();
      return new UnitItem(
          unit.id().value(),
          parent == null ? null : parent.value(),
          unit.level().code(),
          unit.name());
    }
  }

  /** A role that somebody holds. */
  record Holding(UUID id, UUID person, String name, String role, UUID unit, Instant since) {

    static Holding of(RoleHolder holder) {
      return new Holding(
          holder.id(),
          holder.person().value(),
          holder.name(),
          holder.role().value(),
          holder.unit().value(),
          holder.since());
    }
  }

  /** Somebody who serves. */
  record PersonItem(UUID id, String name) {}

  /** A cell of the matrix of rights. */
  record Right(String role, String area, String extent) {}

  /** A unit that is to be added; the name alone for one that is to be renamed. */
  record NewUnit(@Nullable String parent, @Nullable String level, @Nullable String name) {}

  /** A role that is to be given. */
  record NewHolding(@Nullable String person, @Nullable String role, @Nullable String unit) {}

  /** How far a right is to reach. */
  record NewExtent(@Nullable String extent) {}

  /** All units, each followed by those below it. */
  @GetMapping("/units")
  Items<UnitItem> units() {
    staff.person();
    return new Items<>(tree.branches().stream().map(branch -> UnitItem.of(branch.unit())).toList());
  }

  @PostMapping("/units")
  ResponseEntity<UnitItem> add(@RequestBody NewUnit asked) {
    Unit unit =
        changeUnits.add(
            staff.person(),
            Asked.unit("parent", asked.parent()),
            Asked.level(asked.level()),
            Asked.text(asked.name()));
    return ResponseEntity.created(URI.create("/api/v1/organisation/units/" + unit.id()))
        .body(UnitItem.of(unit));
  }

  @PatchMapping("/units/{id}")
  UnitItem rename(@PathVariable UUID id, @RequestBody NewUnit asked) {
    return UnitItem.of(
        changeUnits.rename(staff.person(), new UnitId(id), Asked.text(asked.name())));
  }

  /** Who holds which role at present. */
  @GetMapping("/roles")
  Items<Holding> roles(@RequestParam @Nullable String unit, @RequestParam @Nullable String role) {
    staff.person();
    return new Items<>(
        people.holders(Reach.EVERYTHING).stream()
            .filter(holder -> unit == null || holder.unit().toString().equals(unit))
            .filter(holder -> role == null || holder.role().value().equals(role))
            .map(Holding::of)
            .toList());
  }

  /** Gives a role without a request, which is for those who look after the system. */
  @PostMapping("/roles")
  @ResponseStatus(HttpStatus.CREATED)
  void assign(@RequestBody NewHolding asked) {
    changeRoles.assign(
        staff.person(),
        new PersonId(Asked.id("person", asked.person())),
        Asked.role(asked.role()),
        Asked.unit("unit", asked.unit()));
  }

  @DeleteMapping("/roles/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void relieve(@PathVariable UUID id) {
    changeRoles.relieve(staff.person(), id);
  }

  /** Those who serve and whose name has this in it. */
  @GetMapping("/people")
  Items<PersonItem> people(@RequestParam(defaultValue = "") String search) {
    staff.person();
    return new Items<>(
        people.search(search).stream()
            .map(person -> new PersonItem(person.id().value(), person.name()))
            .toList());
  }

  @GetMapping("/rights")
  Items<Right> rights() {
    staff.person();
    return new Items<>(
        rights.matrix().stream()
            .flatMap(
                row ->
                    row.extents().entrySet().stream()
                        .map(
                            cell ->
                                new Right(
                                    row.role().value(),
                                    cell.getKey().code(),
                                    cell.getValue().code())))
            .toList());
  }

  @PutMapping("/rights/{role}/{area}")
  Right set(@PathVariable String role, @PathVariable String area, @RequestBody NewExtent asked) {
    Right right = new Right(role, area, Asked.text(asked.extent()));
    rights.set(staff.person(), Asked.role(role), Asked.area(area), Asked.extent(right.extent()));
    return right;
  }
}
