package org.verger.exports.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.verger.deployment.RunsInRole;
import org.verger.exports.ExportFormat;
import org.verger.exports.ExportedLists;
import org.verger.web.Staff;

/** The links by which a list's page offers it as a file; templates ask it by its name. */
@Component("exportLinks")
@RunsInRole(RunsInRole.API)
public class ExportLinks {

  // They say which part of the list is shown, and a file holds all of it.
  private static final Set<String> PARTS = Set.of("cursor", "limit", "lang");

  private final ExportedLists lists;
  private final Staff staff;

  ExportLinks(ExportedLists lists, Staff staff) {
    this.lists = lists;
    this.staff = staff;
  }

  /** Whether whoever is signed in can export it. */
  public boolean offered(String list) {
    return staff.find().filter(person -> lists.isOpenTo(list, person)).isPresent();
  }

  /** The address of the file, with the filters of the page that is shown. */
  public String address(String list, String format) {
    ExportFormat form = ExportFormat.of(format).orElseThrow();
    UriComponentsBuilder page =
        UriComponentsBuilder.fromUri(
            ServletUriComponentsBuilder.fromCurrentRequest().build().toUri());
    PARTS.forEach(page::replaceQueryParam);
    String query = page.build().getQuery();
    String path = "/exports/" + list + "." + form.code();
    return query == null || query.isEmpty() ? path : path + "?" + query;
  }
}
