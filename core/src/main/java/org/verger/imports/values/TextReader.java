package org.verger.imports.values;

/** Reads text: spaces collapsed, control characters and line breaks removed. */
public final class TextReader implements ValueReader<String> {

  private final int longest;

  /** Makes a reader for text of any length. */
  public TextReader() {
    this(Integer.MAX_VALUE);
  }

  /**
   * Makes a reader.
   *
   * @param longest how many characters are accepted
   */
  public TextReader(int longest) {
    this.longest = longest;
  }

  @Override
  public Reading<String> read(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    if (RawText.error(clean)) {
      return RawText.refuse(clean, "");
    }
    return clean.length() > longest
        ? RawText.refuse(clean, "is longer than %,d characters".formatted(longest))
        : Reading.of(clean);
  }
}
