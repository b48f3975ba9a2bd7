/** The board, a guest's page, the tasks of the follow-up and the public connect form. */
@NullMarked
package org.verger.guests.web;

import org.jspecify.annotations.NullMarked;
