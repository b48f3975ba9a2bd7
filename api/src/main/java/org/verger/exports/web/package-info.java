/** Lists as files to take away, from pages and from programs. */
@NullMarked
package org.verger.exports.web;

import org.jspecify.annotations.NullMarked;
