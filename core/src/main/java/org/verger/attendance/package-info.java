/** What happened on a day, how many came, and who is known to have been there. */
@NullMarked
package org.verger.attendance;

import org.jspecify.annotations.NullMarked;
