/** Gatherings and who was there, as pages and as REST. */
@NullMarked
package org.verger.attendance.web;

import org.jspecify.annotations.NullMarked;
