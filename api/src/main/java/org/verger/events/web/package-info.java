/** Proposals of events, as pages and as REST. */
@NullMarked
package org.verger.events.web;

import org.jspecify.annotations.NullMarked;
