package org.verger.groups;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Enters a group. */
@Component
public class EnterGroup {

  private final GroupRecords records;
  private final Audit audit;

  EnterGroup(GroupRecords records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * Enters the group.
   *
   * @throws InvalidInputException naming all fields that are wrong
   * @throws NotAllowedException when {@code by} may not change people of that unit
   */
  @Transactional
  public GroupId enter(PersonId by, GroupForm form) {
    GroupData data = GroupData.of(form);
    records.requireUnit(by, data.unit());
    GroupId id = new GroupId(UUID.randomUUID());
    records.insert(id, data);
    audit.record("groups-entered", id.toString(), by.value(), Map.of("name", data.name()));
    return id;
  }
}
