@NullMarked
package org.verger.exporter;

import org.jspecify.annotations.NullMarked;
