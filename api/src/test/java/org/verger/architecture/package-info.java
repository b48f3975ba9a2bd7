/** Who may use whom. */
@NullMarked
package org.verger.architecture;

import org.jspecify.annotations.NullMarked;
