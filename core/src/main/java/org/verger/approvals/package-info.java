/** Requests and the chains of people who decide on them. */
@NullMarked
package org.verger.approvals;

import org.jspecify.annotations.NullMarked;
