package org.verger.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {

  @ParameterizedTest
  @MethodSource("org.verger.models.Form#all")
  void aFormIsNamedLikeItsFile(Form form) {
    assertThat(form.id() + ".form").isEqualTo(form.name()).matches("[a-z]+(-[a-z]+)+\\.form");
  }

  @ParameterizedTest
  @MethodSource("org.verger.models.Form#all")
  void everyFieldHasALabel(Form form) {
    assertThat(form.fields())
        .isNotEmpty()
        .allSatisfy(field -> assertThat(field.path("label").asText()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("org.verger.models.Form#all")
  void onlyWhatAModelAsksForBecomesAVariable(Form form) throws IOException {
    Set<String> asked =
        ModelFile.all().flatMap(file -> file.expressions().stream()).collect(Collectors.toSet());
    assertThat(form.keys())
        .allSatisfy(
            key ->
                assertThat(key)
                    .matches(
                        any -> key.matches("record\\.[a-z][A-Za-z]*") || isAsked(key, asked),
                        "begins with record. or stands in an expression of a model"));
  }

  @ParameterizedTest
  @MethodSource("org.verger.models.Form#all")
  void everyFormIsUsed(Form form) throws IOException {
    assertThat(ModelFile.all().flatMap(file -> file.all(ZeebeFormDefinition.class).stream()))
        .extracting(ZeebeFormDefinition::getFormId)
        .contains(form.id());
  }

  private static boolean isAsked(String key, Set<String> expressions) {
    return expressions.stream().anyMatch(text -> text.matches(".*\\b" + key + "\\b.*"));
  }
}
