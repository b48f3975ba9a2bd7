/** The demo church, and moving its time on. */
@NullMarked
package org.verger.demo;

import org.jspecify.annotations.NullMarked;
