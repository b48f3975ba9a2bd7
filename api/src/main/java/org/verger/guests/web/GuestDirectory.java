package org.verger.guests.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestContacts;
import org.verger.pages.SubjectDirectory;

/** Names guests in other features' lists. */
@Component
@RunsInRole(RunsInRole.API)
class GuestDirectory implements SubjectDirectory {

  private final GuestContacts contacts;

  GuestDirectory(GuestContacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public Map<String, Subject> find(Collection<String> ids) {
    return contacts.of(ids).values().stream()
        .collect(
            Collectors.toMap(
                GuestContacts.Contact::id,
                guest -> new Subject(guest.name(), "/guests/" + guest.id())));
  }
}
