package org.verger.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;

/** What was sent or held, and why, as a file; addresses are masked as on the page. */
@Component
class MessagesExport implements ExportedList {

  private static final Reach NOTHING = new Reach(false, List.of());

  private final MessageLog log;
  private final Access access;

  MessagesExport(MessageLog log, Access access) {
    this.log = log;
    this.access = access;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  public Area area() {
    return Area.PEOPLE;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Message",
        "Channel",
        "Status",
        "Reason",
        "When",
        "Held until",
        "Language",
        "SMS",
        "To",
        "Subject",
        "Text");
  }

  @Override
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    String about = given(filter, "guest");
    log.each(
        new MessageFilter(about, given(filter, "status"), given(filter, "template"), null, 1),
        about == null ? access.reachOf(reader, Area.PEOPLE) : reach(reader, about),
        FETCH_ROWS,
        message ->
            rows.add(
                Arrays.asList(
                    message.template(),
                    message.channel(),
                    message.status(),
                    message.reason(),
                    message.at(),
                    message.heldUntil(),
                    message.language(),
                    message.segments(),
                    message.address(),
                    message.subject(),
                    message.body())));
  }

  private Reach reach(PersonId reader, String subject) {
    return access.reaches(reader, subject) ? Reach.EVERYTHING : NOTHING;
  }

  private static @Nullable String given(Map<String, String> filter, String name) {
    String text = filter.getOrDefault(name, "");
    return text.isBlank() ? null : text;
  }
}
