package org.verger.pages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** All directories together. */
@Component
@RunsInRole(RunsInRole.API)
public class Subjects {

  private final List<SubjectDirectory> directories;

  Subjects(List<SubjectDirectory> directories) {
    this.directories = directories;
  }

  /** What the ids stand for; one that nobody knows is left out. */
  public Map<String, SubjectDirectory.Subject> named(Collection<String> ids) {
    Map<String, SubjectDirectory.Subject> found = new HashMap<>();
    directories.forEach(directory -> found.putAll(directory.find(ids)));
    return found;
  }
}
