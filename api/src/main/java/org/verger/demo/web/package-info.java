/** The demo's clock over HTTP. */
@NullMarked
package org.verger.demo.web;

import org.jspecify.annotations.NullMarked;
