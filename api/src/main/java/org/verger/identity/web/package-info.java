/** Sign-in over HTTP. */
@NullMarked
package org.verger.identity.web;

import org.jspecify.annotations.NullMarked;
