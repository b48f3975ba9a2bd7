/** What all of REST and all pages share: security, the church of a request, problem details. */
@NullMarked
package org.verger.web;

import org.jspecify.annotations.NullMarked;
