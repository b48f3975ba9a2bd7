package org.verger.guests;

import java.util.Locale;

/** What moved a guest from one stage to another. */
public enum StageCause {
  CONNECT_FORM,
  MESSAGE_SENT,
  REPLY,
  VISIT,
  CALL_REACHED,
  DECISION,
  DISCIPLESHIP_PLANNED,
  STOP_KEYWORD,
  START_KEYWORD,
  OPT_OUT_REQUEST,
  NOT_REACHED,
  IMPORT,
  STAFF;

  /** The form in which it is stored: {@code stop-keyword}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
