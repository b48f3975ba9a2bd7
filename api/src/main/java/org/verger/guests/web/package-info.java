/** REST and pages of guests. */
@NullMarked
package org.verger.guests.web;

import org.jspecify.annotations.NullMarked;
