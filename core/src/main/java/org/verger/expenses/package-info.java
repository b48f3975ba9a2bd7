/** Money that somebody asks for, the budget lines it comes from, and the payouts it becomes. */
@NullMarked
package org.verger.expenses;

import org.jspecify.annotations.NullMarked;
