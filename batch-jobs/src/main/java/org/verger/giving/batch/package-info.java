/** Makes statements of what people gave. */
@NullMarked
package org.verger.giving.batch;

import org.jspecify.annotations.NullMarked;
