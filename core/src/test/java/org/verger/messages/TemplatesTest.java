package org.verger.messages;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.testing.ChurchTest;

class TemplatesTest extends ChurchTest {

  @Autowired Templates templates;

  @Test
  void aNewChurchHasTheDefaultTemplatesInTwoLanguages() {
    List<Template> all = church.call(templates::all);
    assertThat(
            all.stream().collect(groupingBy(Template::key, mapping(Template::language, toSet()))))
        .containsKeys("guest-thank-you", "guest-welcome", "help", "approval-digest")
        .allSatisfy(
            (key, languages) -> assertThat(languages).containsExactlyInAnyOrder("en", "es"));
    assertThat(all)
        .filteredOn(template -> template.channel() == Channel.SMS)
        .allSatisfy(
            template ->
                assertThat(church.call(() -> templates.preview(template)).segments()).isEqualTo(1));
  }

  @Test
  void anUnknownVariableIsAnErrorThatNamesItAndTheKnownOnes() {
    assertThatThrownBy(() -> sms("hello", "Hi {{fistName}}"))
        .isInstanceOf(InvalidTemplateException.class)
        .hasMessageContaining("fistName")
        .hasMessageContaining("firstName, churchName, unitName, callerName");
    assertThatThrownBy(() -> new Template("mail", Channel.EMAIL, "en", "{{x}}", "Hi", 0))
        .isInstanceOf(InvalidTemplateException.class);
  }

  @Test
  void aVariableThatIsLeftOpenIsAnError() {
    assertThatThrownBy(() -> sms("hello", "Hi {{firstName"))
        .isInstanceOf(InvalidTemplateException.class)
        .hasMessageContaining("left open");
  }

  @Test
  void whatAGuestIsCalledIsNotReadAsAVariable() {
    Outgoing message =
        sms("hello", "Hi {{ firstName }}!")
            .fill("+13125550123", Map.of(TemplateVariable.FIRST_NAME, "{{churchName}} $1"));
    assertThat(message.body()).isEqualTo("Hi {{churchName}} $1!");
  }

  @Test
  void aMissingLanguageFallsBackToTheFirstOfTheChurch() {
    church.run(() -> templates.save(sms("only-english", "Hello")));
    assertThat(church.call(() -> templates.inLanguage("only-english", Channel.SMS, "es")).body())
        .isEqualTo("Hello");
    assertThatThrownBy(() -> church.run(() -> templates.inLanguage("none", Channel.SMS, "en")))
        .isInstanceOf(UnknownTemplateException.class);
  }

  @Test
  void whoeverSavesAnOldVersionIsToldSo() {
    church.run(() -> templates.save(sms("news", "One")));
    Template read = church.call(() -> templates.find("news", Channel.SMS, "en")).orElseThrow();
    church.run(() -> templates.save(changed(read, "Two")));
    assertThatThrownBy(() -> church.run(() -> templates.save(changed(read, "Three"))))
        .isInstanceOf(TemplateConflictException.class);
    assertThatThrownBy(() -> church.run(() -> templates.save(sms("news", "New"))))
        .isInstanceOf(TemplateConflictException.class);
    assertThat(church.call(() -> templates.find("news", Channel.SMS, "en")).orElseThrow().body())
        .isEqualTo("Two");
  }

  private static Template sms(String key, String body) {
    return new Template(key, Channel.SMS, "en", null, body, 0);
  }

  private static Template changed(Template read, String body) {
    return new Template(read.key(), read.channel(), read.language(), null, body, read.version());
  }
}
