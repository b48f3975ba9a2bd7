/** Requests for roles, as pages and as REST. */
@NullMarked
package org.verger.roles.web;

import org.jspecify.annotations.NullMarked;
