package org.verger.imports.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a file, which can be read from the beginning more than once. */
@FunctionalInterface
public interface InputSource {

  /** A new stream from the first byte on; who opens it closes it. */
  InputStream open() throws IOException;
}
