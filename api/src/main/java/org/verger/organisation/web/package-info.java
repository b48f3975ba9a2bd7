/** Units, roles and rights, for those who look after them. */
@NullMarked
package org.verger.organisation.web;

import org.jspecify.annotations.NullMarked;
