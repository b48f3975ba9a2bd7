/** The people of the church and their families: lists, details and what changes them. */
@NullMarked
package org.verger.people;

import org.jspecify.annotations.NullMarked;
