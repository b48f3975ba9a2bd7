package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop! ",
        "\"STOP\".",
        "stop all",
        "Unsubscribe",
        "BAJA",
        "¡Alto!",
        "Arrêt",
        "parar",
        "STOP 🛑",
        "ｓｔｏｐ",
        "Stop\n"
      })
  void aMessageThatIsNothingButStopStops(String text) {
    assertThat(Keyword.in(text)).contains(Keyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Start", "unstop", "COMENZAR", "começar"})
  void aMessageThatIsNothingButStartStarts(String text) {
    assertThat(Keyword.in(text)).contains(Keyword.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "Help?", "AYUDA", "info"})
  void aMessageThatIsNothingButHelpAsksForHelp(String text) {
    assertThat(Keyword.in(text)).contains(Keyword.HELP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will stop by on Sunday",
        "Don't stop",
        "nonstop",
        "yes",
        "",
        "!?",
        "help me",
        "When does the service start?",
        "stopping"
      })
  void aWordInASentenceIsAReply(String text) {
    assertThat(Keyword.in(text)).isEmpty();
  }
}
