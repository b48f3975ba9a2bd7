/** Churches over HTTP, for the platform's administrator. */
@NullMarked
package org.verger.tenants.web;

import org.jspecify.annotations.NullMarked;
