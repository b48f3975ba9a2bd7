package org.verger.guests;

import java.util.Locale;

/** What can happen with a guest, beside messages and changes of stage. */
enum ActivityKind {
  CONNECT_FORM("Connect form"),
  IMPORT("Came with an import"),
  REPLY("Reply"),
  VISIT("Visit"),
  CALL("Personal call"),
  REPLY_ANSWERED("Reply answered"),
  DECISION("Decision"),
  DISCIPLESHIP("Discipleship planned"),
  OPTED_OUT("Opted out"),
  OPTED_IN("Opted in again"),
  LEFT("Left the follow-up"),
  FOLLOW_UP_CLOSED("Follow-up closed");

  private final String title;

  ActivityKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ActivityKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
