package org.verger.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;
import org.verger.approvals.NewFile;
import org.verger.validation.InvalidInputException;

/** Reads the files of a form. */
public final class Uploads {

  /** The largest file that is read into memory; the use case says so again. */
  private static final long LARGEST = 10L * 1024 * 1024;

  // Some systems send no type for these, or the one of a program that opens them.
  private static final Map<String, String> BY_ENDING =
      Map.of("csv", "text/csv", "txt", "text/plain", "pdf", "application/pdf");

  private Uploads() {}

  /** Those that were chosen; a field that was left empty sends one without a name. */
  public static List<NewFile> of(@Nullable List<MultipartFile> sent) {
    return sent == null
        ? List.of()
        : sent.stream().filter(Uploads::wasChosen).map(Uploads::of).toList();
  }

  private static boolean wasChosen(MultipartFile file) {
    return !file.isEmpty() || !name(file).isEmpty();
  }

  /**
   * One file.
   *
   * @throws InvalidInputException when it is larger than any that is taken
   */
  public static NewFile of(MultipartFile file) {
    if (file.getSize() > LARGEST) {
      throw InvalidInputException.of(
          "file", "%s is too large: a file has at most 10 MB".formatted(name(file)));
    }
    try {
      return new NewFile(name(file), mediaType(file), file.getBytes());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  // Old browsers send the folder too.
  private static String name(MultipartFile file) {
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).strip();
  }

  private static String mediaType(MultipartFile file) {
    String name = name(file);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String known = BY_ENDING.get(ending);
    return known == null ? sent(file.getContentType()) : known;
  }

  private static String sent(@Nullable String type) {
    try {
      MediaType given = MediaType.parseMediaType(Objects.requireNonNullElse(type, ""));
      return given.getType() + "/" + given.getSubtype();
    } catch (InvalidMediaTypeException unreadable) {
      return "application/octet-stream";
    }
  }
}
