package org.verger.pages;

import java.util.Collection;
import java.util.Map;

/**
 * Knows whom or what the ids of a feature's records stand for, so that lists of messages and tasks
 * can name them; each is a bean.
 */
public interface SubjectDirectory {

  /** What one id stands for, and its page. */
  record Subject(String name, String path) {}

  /** Those of {@code ids} that are this feature's, by id. */
  Map<String, Subject> find(Collection<String> ids);
}
