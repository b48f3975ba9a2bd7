package org.verger.guests.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.GuestNames;
import org.verger.pages.SubjectDirectory;

/** Names guests in other features' lists. */
@Component
@RunsInRole(RunsInRole.API)
class GuestDirectory implements SubjectDirectory {

  private final GuestNames names;

  GuestDirectory(GuestNames names) {
    this.names = names;
  }

  @Override
  public Map<String, Subject> find(Collection<String> ids) {
    return names.of(ids).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                guest -> new Subject(guest.getValue(), "/guests/" + guest.getKey())));
  }
}
