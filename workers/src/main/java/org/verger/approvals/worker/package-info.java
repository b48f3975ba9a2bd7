/** The steps of approval chains that run by themselves. */
@NullMarked
package org.verger.approvals.worker;

import org.jspecify.annotations.NullMarked;
