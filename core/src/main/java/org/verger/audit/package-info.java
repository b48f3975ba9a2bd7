/** Who did what, when and from where; entries are added and never changed. */
@NullMarked
package org.verger.audit;

import org.jspecify.annotations.NullMarked;
