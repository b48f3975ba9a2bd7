package org.verger.imports.file;

import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts of an archive as XML. */
final class ZipParts {

  private final ZipFile zip;
  private final ReadingLimits limits;

  ZipParts(ZipFile zip, ReadingLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  /** Opens a part, or gives null when there is none of that name. */
  @Nullable XmlEvents open(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try {
      // Closed with the archive.
      return new XmlEvents(
          new GuardedStream(zip.getInputStream(entry), entry.getCompressedSize(), limits));
    } catch (IOException broken) {
      throw Refusals.damaged(broken);
    }
  }
}
