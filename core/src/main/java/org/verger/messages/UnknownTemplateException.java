package org.verger.messages;

/** No language of the church has this template. */
public final class UnknownTemplateException extends RuntimeException {

  UnknownTemplateException(String key, Channel channel) {
    super(
        "There is no template \"%s\" for %s in any language; write one before it is sent"
            .formatted(key, channel.code()));
  }
}
