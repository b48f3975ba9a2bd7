/** The connection, the roles and the shared schema. */
@NullMarked
package org.verger.database;

import org.jspecify.annotations.NullMarked;
