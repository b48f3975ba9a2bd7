/** Tests of the daily look at people. */
@NullMarked
package org.verger.people;

import org.jspecify.annotations.NullMarked;
