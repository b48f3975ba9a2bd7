/** Tests of the console of batch jobs. */
@NullMarked
package org.verger.batch.web;

import org.jspecify.annotations.NullMarked;
