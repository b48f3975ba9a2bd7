package org.verger.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first few of something on the home page.
 *
 * @param order smaller ones come first
 * @param emptyText what stands there when there is nothing, and what to do next
 * @param path the page with all of them
 */
public record HomeList(int order, String title, String emptyText, String path, List<Item> items) {

  public HomeList {
    items = List.copyOf(items);
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
