/** Gifts and funds, as pages and as REST. */
@NullMarked
package org.verger.giving.web;

import org.jspecify.annotations.NullMarked;
