package org.verger.messages;

/** Somebody else saved the template since it was read. */
public final class TemplateConflictException extends RuntimeException {

  TemplateConflictException(Template template) {
    super(
        "The template \"%s\" (%s, %s) was changed by somebody else; open it again"
            .formatted(template.key(), template.channel().code(), template.language()));
  }
}
