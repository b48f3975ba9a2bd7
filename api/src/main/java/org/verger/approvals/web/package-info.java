/** Requests and tasks, as pages and as REST. */
@NullMarked
package org.verger.approvals.web;

import org.jspecify.annotations.NullMarked;
