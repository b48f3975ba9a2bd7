/** Lists that can be taken away as a file. */
@NullMarked
package org.verger.exports;

import org.jspecify.annotations.NullMarked;
