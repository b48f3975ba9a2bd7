/** What the pages of all kinds of requests share: forms with files, and the choice of a person. */
@NullMarked
package org.verger.requests;

import org.jspecify.annotations.NullMarked;
