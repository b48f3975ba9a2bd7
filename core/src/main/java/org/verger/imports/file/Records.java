package org.verger.imports.file;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a file as they stand there, the header among them; blank ones are left out. */
interface Records extends Closeable {

  FileFormat format();

  @Nullable Row next();

  @Override
  void close();
}
