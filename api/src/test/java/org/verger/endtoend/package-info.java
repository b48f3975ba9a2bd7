/** The whole product as a process of its own, driven over HTTP only. */
@NullMarked
package org.verger.endtoend;

import org.jspecify.annotations.NullMarked;
