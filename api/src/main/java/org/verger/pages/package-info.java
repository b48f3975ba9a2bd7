/** What all pages share: layout, navigation, home, sign-in, formatting, assets. */
@NullMarked
package org.verger.pages;

import org.jspecify.annotations.NullMarked;
