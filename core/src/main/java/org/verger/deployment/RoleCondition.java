package org.verger.deployment;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

class RoleCondition implements Condition {

  private static final String ALL = "api,workers,batch";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Map<String, Object> attributes = metadata.getAnnotationAttributes(RunsInRole.class.getName());
    String roles = context.getEnvironment().getProperty("verger.roles", ALL);
    return attributes != null
        && List.of(roles.split("\\s*,\\s*")).contains(String.valueOf(attributes.get("value")));
  }
}
