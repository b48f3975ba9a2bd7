package org.verger.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Chooses between a whole page and the part of it that htmx asked for. */
public final class Fragments {

  private Fragments() {}

  /**
   * The view of a handler that serves both.
   *
   * @param template the page, as in {@code guests/board}
   * @param fragment the {@code th:fragment} in it that changes
   */
  public static String view(HttpServletRequest request, String template, String fragment) {
    boolean part =
        "true".equals(request.getHeader("HX-Request"))
            && !"true".equals(request.getHeader("HX-History-Restore-Request"));
    return part ? template + " :: " + fragment : template;
  }

  /** {@code back}, when it is an address of this application, else the home page. */
  public static String ownPath(String back) {
    return back.matches("/(?![/\\\\])[^\\s]*") ? back : "/";
  }
}
