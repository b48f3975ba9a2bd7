/** Lists that are read page by page. */
@NullMarked
package org.verger.paging;

import org.jspecify.annotations.NullMarked;
