package org.verger.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.organisation.UnitId;
import org.verger.validation.InvalidInputException;

/**
 * Who may import. Those who operate the system may import everything; others what belongs to units
 * that their rights in the kind's area reach, and they see their own imports only.
 */
@Component
public class ImportAccess {

  private final Map<String, RecordImport> kinds;
  private final Access access;
  private final ImportFiles files;

  ImportAccess(List<RecordImport> kinds, Access access, ImportFiles files) {
    this.kinds = kinds.stream().collect(Collectors.toMap(RecordImport::kind, Function.identity()));
    this.access = access;
    this.files = files;
  }

  /** The kinds that the person may import something of. */
  @Transactional(readOnly = true)
  public List<String> kindsOf(PersonId person) {
    return kinds.keySet().stream().filter(kind -> mayImport(person, kind)).sorted().toList();
  }

  private boolean mayImport(PersonId person, String kind) {
    Reach reach = reachOf(person, kind);
    return reach.everything() || !reach.paths().isEmpty();
  }

  /** The units that the person may write records of a kind to. */
  Reach reachOf(PersonId person, String kind) {
    return operates(person) ? Reach.EVERYTHING : access.reachOf(person, kind(kind).area());
  }

  /** The units of whose people a person sees how to reach them, when they import this kind. */
  Reach contactsFor(PersonId person, String kind) {
    if (operates(person)) {
      return Reach.EVERYTHING;
    }
    return access.reachOf(person, kind.equals("guests") ? kind(kind).area() : Area.MEMBER_DATA);
  }

  /** Whether the person operates the system, and so sees the imports of all. */
  boolean operates(PersonId person) {
    return access.reachOf(person, Area.SYSTEM).everything();
  }

  RecordImport kind(String code) {
    RecordImport kind = kinds.get(code);
    if (kind == null) {
      throw InvalidInputException.of(
          "kind", "Give one of " + String.join(", ", kinds.keySet().stream().sorted().toList()));
    }
    return kind;
  }

  void requireStart(PersonId person, NewImport file) {
    kind(file.kind());
    if (!mayImport(person, file.kind())) {
      throw new NotAllowedException(
          "Your roles give you no right to import %s".formatted(file.kind()));
    }
    UUID unit = file.unit();
    if (unit != null && !operates(person)) {
      access.require(person, kind(file.kind()).area(), new UnitId(unit));
    }
  }

  /**
   * The import, for whoever may see it.
   *
   * @throws UnknownImportException when there is none, or the person may not see it
   */
  @Transactional(readOnly = true)
  public ImportFile require(ImportId id, PersonId person) {
    ImportFile file = files.require(id);
    if (!file.createdBy().equals(person.value()) && !operates(person)) {
      throw new UnknownImportException(id);
    }
    // Rights may have gone since the file was sent.
    if (!mayImport(person, file.kind())) {
      throw new NotAllowedException(
          "Your roles give you no right to import %s".formatted(file.kind()));
    }
    return file;
  }

  /** The imports that the person may see, the latest first; at most {@code limit}. */
  @Transactional(readOnly = true)
  public List<ImportFile> list(PersonId person, int limit) {
    return files.list(operates(person) ? null : person.value(), limit);
  }
}
