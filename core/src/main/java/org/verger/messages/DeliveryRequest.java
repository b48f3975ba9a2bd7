package org.verger.messages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * A message that should reach somebody.
 *
 * @param businessKey what makes it this message and no other, as in {@code <guestId>/<template>};
 *     two requests with one key are one message
 * @param subjectId our own id of whom it is about
 * @param unit whose people may read it; null for somebody who belongs to none
 * @param address E.164 or an e-mail address; null when the person has given none
 * @param language ISO 639 code; a missing one falls back to the church's first
 * @param purpose an answer to something the person just asked passes consent and quiet hours
 */
public record DeliveryRequest(
    String businessKey,
    String subjectId,
    @Nullable UnitId unit,
    Channel channel,
    @Nullable String address,
    String template,
    String language,
    Map<TemplateVariable, String> variables,
    Purpose purpose) {

  /** Why somebody is written to. */
  public enum Purpose {
    OUTREACH,
    ANSWER,
    /** About the duties of somebody who serves in the church; needs no consent. */
    SERVICE
  }

  public DeliveryRequest {
    variables = Map.copyOf(variables);
  }

  /** A request that nobody asked for just now. */
  public DeliveryRequest(
      String businessKey,
      String subjectId,
      @Nullable UnitId unit,
      Channel channel,
      @Nullable String address,
      String template,
      String language,
      Map<TemplateVariable, String> variables) {
    this(
        businessKey,
        subjectId,
        unit,
        channel,
        address,
        template,
        language,
        variables,
        Purpose.OUTREACH);
  }

  /** Without the person's data. */
  @Override
  public String toString() {
    return businessKey + " (" + channel.code() + ")";
  }
}
