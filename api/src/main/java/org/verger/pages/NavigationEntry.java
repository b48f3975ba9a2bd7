package org.verger.pages;

import java.util.Map;
import java.util.Set;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;

/**
 * An entry of the main navigation. A feature adds its own as a bean.
 *
 * @param label one word, as people read it
 * @param path the page, and the start of the paths of all pages below it
 * @param icon a Lucide icon's name, written out in quotes so that the build puts it in the sprite
 * @param order smaller ones come first; the features of today stand at 100, 200, …
 * @param audience who is shown it; whether they may open the page is the page's own business
 */
public record NavigationEntry(
    String label, String path, String icon, int order, Audience audience) {

  /** Who is shown an entry. */
  public sealed interface Audience {

    /** Whoever is signed in to a church. */
    record Everybody() implements Audience {}

    /** Who looks after the platform. */
    record Platform() implements Audience {}

    /** Whose rights in one of the areas reach so far at least, as the church has set them. */
    record Entitled(Extent least, Set<Area> areas) implements Audience {

      public Entitled {
        areas = Set.copyOf(areas);
      }

      boolean includes(Map<Area, Extent> rights) {
        return areas.stream()
            .map(area -> rights.getOrDefault(area, Extent.NONE))
            .anyMatch(extent -> extent.isAtLeast(least));
      }
    }
  }

  /** An entry for everybody who is signed in to a church. */
  public static NavigationEntry forEverybody(String label, String path, String icon, int order) {
    return new NavigationEntry(label, path, icon, order, new Audience.Everybody());
  }

  /** An entry for those who look after the platform. */
  public static NavigationEntry forPlatform(String label, String path, String icon, int order) {
    return new NavigationEntry(label, path, icon, order, new Audience.Platform());
  }

  /** An entry for those whose rights in one of the areas reach so far at least. */
  public static NavigationEntry forEntitled(
      String label, String path, String icon, int order, Extent least, Area... areas) {
    return new NavigationEntry(
        label, path, icon, order, new Audience.Entitled(least, Set.of(areas)));
  }

  /** Whether the page at {@code current} is this entry's or lies below it. */
  boolean leadsTo(String current) {
    return current.equals(path) || (!path.equals("/") && current.startsWith(path + "/"));
  }
}
