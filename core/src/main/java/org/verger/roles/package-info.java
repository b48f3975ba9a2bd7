/** Roles that somebody is to be given. */
@NullMarked
package org.verger.roles;

import org.jspecify.annotations.NullMarked;
