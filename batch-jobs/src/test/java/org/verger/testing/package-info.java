/** What tests of batch jobs share. */
@NullMarked
package org.verger.testing;

import org.jspecify.annotations.NullMarked;
