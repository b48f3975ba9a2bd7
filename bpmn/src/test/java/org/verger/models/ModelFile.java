package org.verger.models;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A model as it lies on the classpath.
 *
 * @param path feature folder and file name: {@code guests/guest-follow-up.bpmn}
 */
record ModelFile(String path, BpmnModelInstance model) {

  private static final Pattern PATH = Pattern.compile("bpmn/([^/]+/[^/]+)$");
  private static final Pattern EXPRESSION = Pattern.compile("\"=([^\"]+)\"|>=([^<]+)<");

  static Stream<ModelFile> all() throws IOException {
    return Stream.of(resources("bpmn")).map(ModelFile::read);
  }

  static Resource[] resources(String extension) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath*:bpmn/**/*." + extension);
  }

  /** The feature folder that the file lies in; job types of the model begin with one like it. */
  String feature() {
    return path.substring(0, path.indexOf('/'));
  }

  String name() {
    return path.substring(path.indexOf('/') + 1).replace(".bpmn", "");
  }

  Process process() {
    return all(Process.class).iterator().next();
  }

  <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  /** The process and each sub-process: what has a start and a line of its own. */
  List<ModelElementInstance> scopes() {
    return Stream.<ModelElementInstance>concat(
            all(Process.class).stream(), all(SubProcess.class).stream())
        .toList();
  }

  List<ExclusiveGateway> questions() {
    return all(ExclusiveGateway.class).stream()
        .filter(gateway -> gateway.getOutgoing().size() > 1)
        .toList();
  }

  /** The FEEL expressions, without the leading equals sign. */
  List<String> expressions() {
    return EXPRESSION
        .matcher(Bpmn.convertToString(model))
        .results()
        .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
        .map(expression -> expression.replaceAll("&(quot|#34);", "\"").replaceAll("&\\w+;", " "))
        .toList();
  }

  static boolean mayStandWithoutIncoming(FlowNode node) {
    return node instanceof StartEvent
        || node instanceof BoundaryEvent
        || node instanceof SubProcess inner && inner.triggeredByEvent();
  }

  static boolean mayStandWithoutOutgoing(FlowNode node) {
    return node instanceof EndEvent || node instanceof SubProcess inner && inner.triggeredByEvent();
  }

  static List<String> ids(Collection<SequenceFlow> flows) {
    return flows.stream().map(SequenceFlow::getId).toList();
  }

  @Override
  public String toString() {
    return path;
  }

  private static ModelFile read(Resource resource) {
    try (InputStream stream = resource.getInputStream()) {
      var path = PATH.matcher(resource.getURL().getPath()).results().findFirst().orElseThrow();
      return new ModelFile(path.group(1), Bpmn.readModelFromStream(stream));
    } catch (IOException unreadable) {
      throw new IllegalStateException("Cannot read " + resource, unreadable);
    }
  }
}
