/** REST and pages of processes. */
@NullMarked
package org.verger.processes.web;

import org.jspecify.annotations.NullMarked;
