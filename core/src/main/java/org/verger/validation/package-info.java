/** Input that people can put right. */
@NullMarked
package org.verger.validation;

import org.jspecify.annotations.NullMarked;
