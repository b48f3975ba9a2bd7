/** Churches: who they are, whose data a transaction may touch, and the upkeep of their schemas. */
@NullMarked
package org.verger.tenants;

import org.jspecify.annotations.NullMarked;
