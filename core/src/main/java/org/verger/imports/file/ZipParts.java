package org.verger.imports.file;

import java.io.IOException;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
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
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    boolean compressed = entry.getMethod() == ZipEntry.DEFLATED;
    if ((!compressed && entry.getMethod() != ZipEntry.STORED)
        || entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusals.damaged(null);
    }
    try {
      return new XmlEvents(GuardedStream.over(zip.getRawInputStream(entry), compressed, limits));
    } catch (IOException broken) {
      throw Refusals.damaged(broken);
    }
  }
}
