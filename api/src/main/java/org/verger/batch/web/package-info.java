/** The console of batch jobs, as pages and as REST. */
@NullMarked
package org.verger.batch.web;

import org.jspecify.annotations.NullMarked;
