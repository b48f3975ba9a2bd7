/**
 * Figures by unit and period that are rolled up from the records at night, and what is wrong in
 * them.
 */
@NullMarked
package org.verger.analytics;

import org.jspecify.annotations.NullMarked;
