/** Reads the tiers from DMN tables. */
@NullMarked
package org.verger.approvals.tables;

import org.jspecify.annotations.NullMarked;
