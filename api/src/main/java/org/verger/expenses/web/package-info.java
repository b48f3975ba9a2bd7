/** Money that is asked for and paid out, as pages and as REST. */
@NullMarked
package org.verger.expenses.web;

import org.jspecify.annotations.NullMarked;
