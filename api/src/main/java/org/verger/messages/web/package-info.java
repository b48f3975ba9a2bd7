/** REST and pages of messages. */
@NullMarked
package org.verger.messages.web;

import org.jspecify.annotations.NullMarked;
