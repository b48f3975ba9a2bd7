/** Groups, as pages and as REST. */
@NullMarked
package org.verger.groups.web;

import org.jspecify.annotations.NullMarked;
