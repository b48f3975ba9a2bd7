package org.verger.imports.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the name of a person from one cell: "Last, First" or "First Last", with titles before and
 * suffixes behind. Capitals stay as they are.
 */
public final class NameReader implements ValueReader<PersonName> {

  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "pastor");
  private static final Set<String> SUFFIXES =
      Set.of("jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "dds", "esq");
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "der", "den", "van", "von", "vom", "zu", "da", "das", "do", "dos",
          "di", "du", "la", "le", "los", "las", "al", "el", "bin", "ibn", "ter", "ten", "st.");

  @Override
  public Reading<PersonName> read(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    if (RawText.error(clean)) {
      return RawText.refuse(clean, "");
    }
    if (clean.chars().noneMatch(Character::isLetter)) {
      return RawText.refuse(clean, "is not a name");
    }
    return Reading.of(name(clean));
  }

  private static PersonName name(String clean) {
    List<String> parts =
        new ArrayList<>(Arrays.stream(clean.split(",", -1)).map(String::strip).toList());
    parts.removeIf(String::isEmpty);
    String suffix = "";
    while (parts.size() > 1 && suffix(parts.getLast())) {
      suffix = joined(parts.removeLast(), suffix);
    }
    if (parts.size() > 1) {
      String given =
          String.join(" ", withoutTitle(words(String.join(" ", parts.subList(1, parts.size())))));
      return new PersonName(given, joined(parts.getFirst(), suffix));
    }
    return inOrder(withoutTitle(words(parts.getFirst())), suffix);
  }

  private static PersonName inOrder(List<String> words, String more) {
    String suffix = more;
    List<String> left = new ArrayList<>(words);
    while (left.size() > 2 && suffix(left.getLast())) {
      suffix = joined(left.removeLast(), suffix);
    }
    if (left.size() == 1) {
      return new PersonName(left.getFirst(), suffix);
    }
    int family = left.size() - 1;
    while (family > 1 && PARTICLES.contains(left.get(family - 1).toLowerCase(Locale.ROOT))) {
      family--;
    }
    return new PersonName(
        String.join(" ", left.subList(0, family)),
        joined(String.join(" ", left.subList(family, left.size())), suffix));
  }

  private static List<String> withoutTitle(List<String> words) {
    boolean titled = words.size() > 1 && TITLES.contains(bare(words.getFirst()));
    return titled ? withoutTitle(words.subList(1, words.size())) : words;
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" "));
  }

  private static boolean suffix(String word) {
    return SUFFIXES.contains(bare(word));
  }

  private static String bare(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }

  private static String joined(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }
}
