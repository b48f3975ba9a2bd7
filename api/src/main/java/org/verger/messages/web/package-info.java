/** The message outbox as a page. */
@NullMarked
package org.verger.messages.web;

import org.jspecify.annotations.NullMarked;
