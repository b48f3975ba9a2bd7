/** The database server that the application brings along, and how an external one is taken. */
@NullMarked
package org.verger.database.embedded;

import org.jspecify.annotations.NullMarked;
