/** Which parts of the one binary this process runs. */
@NullMarked
package org.verger.deployment;

import org.jspecify.annotations.NullMarked;
