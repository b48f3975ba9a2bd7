/** Accounts, sign-in with lock-out, and the sessions of API clients. */
@NullMarked
package org.verger.identity;

import org.jspecify.annotations.NullMarked;
