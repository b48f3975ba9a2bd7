/** The tree of units, the people, and the roles they hold at a unit. */
@NullMarked
package org.verger.organisation;

import org.jspecify.annotations.NullMarked;
