/** What the machine gives to the application: a data folder, free ports, programs of its own. */
@NullMarked
package org.verger.machine;

import org.jspecify.annotations.NullMarked;
