package org.verger.analytics.web;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.verger.analytics.Subject;
import org.verger.deployment.RunsInRole;

/** Reads a subject in an address. */
@Component
@RunsInRole(RunsInRole.API)
class SubjectInAddress implements Converter<String, Subject> {

  @Override
  public Subject convert(String code) {
    return Subject.of(code);
  }
}
