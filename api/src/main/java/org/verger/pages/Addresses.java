package org.verger.pages;

import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of pages with what they are narrowed to. */
public final class Addresses {

  private Addresses() {}

  /** The address of a list's next part, with the same filters. */
  public static String next(String path, Map<String, String> filters, String cursor) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    filters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address
        .queryParam("cursor", "{cursor}")
        .encode()
        .buildAndExpand(joined(filters, cursor))
        .toUriString();
  }

  private static Map<String, String> joined(Map<String, String> filters, String cursor) {
    Map<String, String> all = new java.util.HashMap<>(filters);
    all.put("cursor", cursor);
    return all;
  }
}
