package org.verger.pages;

import org.jspecify.annotations.Nullable;

/**
 * A number on the home page that leads to what it counts.
 *
 * @param order smaller ones come first
 * @param icon a Lucide icon's name
 * @param tint one of the tints of the stylesheet: amber, sky, teal, violet, rose, green, stone
 * @param label what is counted, after the number
 * @param urgent what of it cannot wait, as "2 overdue"; null when nothing is
 */
public record HomeTile(
    int order,
    String icon,
    String tint,
    long count,
    String label,
    @Nullable String urgent,
    String path) {}
