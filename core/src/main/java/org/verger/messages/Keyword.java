package org.verger.messages;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that every process obeys at once. A word counts only when it is the whole message:
 * "Stop!" is a keyword, "I will stop by on Sunday" is a reply.
 */
public enum Keyword {
  STOP(
      "STOP",
      "STOP ALL",
      "STOPALL",
      "UNSUBSCRIBE",
      "CANCEL",
      "END",
      "QUIT",
      "OPT OUT",
      "OPTOUT",
      "REVOKE",
      "ALTO",
      "BAJA",
      "PARAR",
      "PARE",
      "CANCELAR",
      "DETENER",
      "ARRET",
      "ARRETER",
      "DESABONNER",
      "SAIR",
      "STOPP",
      "ABMELDEN"),
  START("START", "UNSTOP", "SUBSCRIBE", "ALTA", "COMENZAR", "INICIAR", "COMECAR", "DEMARRER"),
  HELP("HELP", "INFO", "AYUDA", "AIDE", "AJUDA", "HILFE");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Set<String> words;

  Keyword(String... words) {
    this.words = Set.of(words);
  }

  /** The keyword that a message consists of; capitals, accents and punctuation do not matter. */
  public static Optional<Keyword> in(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("");
    String words = NO_LETTERS.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(keyword -> keyword.words.contains(words)).findFirst();
  }
}
