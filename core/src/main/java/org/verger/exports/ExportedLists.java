package org.verger.exports;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** All lists that can be exported. */
@Component
public class ExportedLists {

  private final ObjectProvider<ExportedList> lists;
  private final Access access;

  ExportedLists(ObjectProvider<ExportedList> lists, Access access) {
    this.lists = lists;
    this.access = access;
  }

  /** The names of all, in the order of the alphabet. */
  public List<String> names() {
    return lists.stream().map(ExportedList::name).sorted().toList();
  }

  /** Whether there is such a list and the person may export what of it they reach. */
  public boolean isOpenTo(String name, PersonId person) {
    return find(name).filter(list -> reaches(list, person)).isPresent();
  }

  /**
   * The list.
   *
   * @throws UnknownListException when there is none of this name
   * @throws NotAllowedException when the person has no right in the list's area
   */
  ExportedList require(String name, PersonId person) {
    ExportedList list = find(name).orElseThrow(() -> new UnknownListException(name));
    if (!reaches(list, person)) {
      throw new NotAllowedException("Your roles give you no right to export this list");
    }
    return list;
  }

  private Optional<ExportedList> find(String name) {
    return lists.stream().filter(list -> list.name().equals(name)).findFirst();
  }

  private boolean reaches(ExportedList list, PersonId person) {
    Area area = list.area();
    if (area == null) {
      return true;
    }
    Reach reach = access.reachOf(person, area);
    return reach.everything() || !reach.paths().isEmpty();
  }
}
