package org.verger.groups;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Changes a group; one that does not meet any more is kept as inactive. */
@Component
public class ChangeGroup {

  private final GroupRecords records;
  private final Audit audit;

  ChangeGroup(GroupRecords records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * Keeps what the form says.
   *
   * @param version what {@code by} had read; null for any
   * @throws UnknownGroupException when {@code by} sees no such group
   * @throws InvalidInputException naming all fields that are wrong
   * @throws NotAllowedException when {@code by} may not change people of the new unit
   * @throws ChangedMeanwhileException when the version is another one
   */
  @Transactional
  public void change(PersonId by, GroupId id, @Nullable Integer version, GroupForm form) {
    GroupRecords.Stored stored = records.open(by, id);
    if (version != null && version != stored.version()) {
      throw new ChangedMeanwhileException();
    }
    GroupData data = GroupData.of(form);
    records.requireUnit(by, data.unit());
    records.update(id, data);
    audit.record(
        "groups-changed",
        id.toString(),
        by.value(),
        Map.of("name", data.name(), "active", data.active()));
  }
}
