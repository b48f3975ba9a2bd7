package org.verger.pages;

import java.util.Set;

/**
 * An entry of the main navigation. A feature adds its own as a bean.
 *
 * @param label one word, as people read it
 * @param path the page, and the start of the paths of all pages below it
 * @param icon a Lucide icon's name, written out in quotes so that the build puts it in the sprite
 * @param order smaller ones come first; the features of today stand at 100, 200, …
 * @param requiredRoles kebab-case roles of which one is needed; empty for everybody who is signed
 *     in
 */
public record NavigationEntry(
    String label, String path, String icon, int order, Set<String> requiredRoles) {

  public NavigationEntry {
    requiredRoles = Set.copyOf(requiredRoles);
  }

  /** An entry for everybody who is signed in. */
  public static NavigationEntry forEverybody(String label, String path, String icon, int order) {
    return new NavigationEntry(label, path, icon, order, Set.of());
  }

  /** Whether the page at {@code current} is this entry's or lies below it. */
  boolean leadsTo(String current) {
    return current.equals(path) || (!path.equals("/") && current.startsWith(path + "/"));
  }
}
