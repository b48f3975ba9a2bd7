package org.verger.pages;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first few of something on the home page.
 *
 * @param order smaller ones come first
 * @param emptyText what stands there when there is nothing, and what to do next
 * @param path the page with all of them
 */
public record HomeList(int order, String title, String emptyText, String path, List<Item> items) {

  /** The title of the list that several features fill: what waits for whoever looks at it. */
  public static final String NEEDS_YOU = "Needs you now";

  public HomeList {
    items = List.copyOf(items);
  }

  /** This one with the other's lines; what has a chip, as what is overdue, comes first. */
  HomeList with(HomeList other) {
    return new HomeList(
        order,
        title,
        emptyText,
        path,
        Stream.concat(items.stream(), other.items.stream())
            .sorted(Comparator.comparing(item -> item.chip() == null))
            .toList());
  }

  /**
   * One line.
   *
   * @param who whose initials stand before it
   * @param chip a short word at its end; null for none
   * @param tint the chip's tint
   */
  public record Item(
      String who, String title, String detail, @Nullable String chip, String tint, String path) {}
}
