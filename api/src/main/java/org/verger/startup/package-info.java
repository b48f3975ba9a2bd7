/** What a person reads when the application starts, or does not. */
@NullMarked
package org.verger.startup;

import org.jspecify.annotations.NullMarked;
