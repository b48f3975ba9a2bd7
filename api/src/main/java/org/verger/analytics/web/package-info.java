/** Figures over HTTP, and the pages with their charts. */
@NullMarked
package org.verger.analytics.web;

import org.jspecify.annotations.NullMarked;
