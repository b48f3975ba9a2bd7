package org.verger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

class JobTypesTest {

  @Test
  void tasksAndExecutionListenersAskForJobs() {
    assertThat(
            JobTypes.in(
                List.of(
                    model("<z:taskDefinition type='guests-send-message' retries='3'/>"),
                    model("<z:executionListener eventType='start' type='guests-note-start'/>"))))
        .containsExactly("guests-note-start", "guests-send-message");
  }

  @Test
  void aTypeThatIsComputedWhileTheProcessRunsIsRefused() {
    assertThatThrownBy(() -> JobTypes.in(List.of(model("<z:taskDefinition type='=anything'/>"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not a plain name");
  }

  @Test
  void aModelThatReachesForFilesIsNotRead() {
    Resource model =
        new ByteArrayResource(
            "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><d>&x;</d>"
                .getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> JobTypes.in(List.of(model)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be read");
  }

  private static Resource model(String task) {
    return new ByteArrayResource(
        "<d xmlns:z='http://camunda.org/schema/zeebe/1.0'>%s</d>"
            .formatted(task)
            .getBytes(StandardCharsets.UTF_8));
  }
}
