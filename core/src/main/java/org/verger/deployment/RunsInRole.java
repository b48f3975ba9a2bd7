package org.verger.deployment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/**
 * Marks a component or configuration that exists only where the process runs in the given role.
 * Setting {@code verger.roles} lists the roles of a process; the default is all of them.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(RoleCondition.class)
public @interface RunsInRole {

  /** Serves pages and the REST API. */
  String API = "api";

  /** Works on jobs and hands the outbox to the engine. */
  String WORKERS = "workers";

  /** Runs schedules and batch jobs. */
  String BATCH = "batch";

  /** One of the constants of this type. */
  String value();
}
