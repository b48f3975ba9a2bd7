/** The groups of the church and who belongs to them. */
@NullMarked
package org.verger.groups;

import org.jspecify.annotations.NullMarked;
