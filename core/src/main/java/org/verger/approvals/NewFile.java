package org.verger.approvals;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody adds to a request.
 *
 * @param mediaType without parameters, as in {@code application/pdf}
 */
public record NewFile(String name, String mediaType, byte[] content) {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NewFile file
        && name.equals(file.name)
        && mediaType.equals(file.mediaType)
        && Arrays.equals(content, file.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, mediaType, Arrays.hashCode(content));
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return name + " (" + mediaType + ")";
  }
}
