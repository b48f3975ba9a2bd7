package org.verger.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.verger.deployment.RunsInRole;

/**
 * Writes into the document of each call who may make it, as its controller says, and its problems.
 */
@Component
@RunsInRole(RunsInRole.API)
class OpenApiRules implements GlobalOperationCustomizer {

  static final String PROBLEM = "Problem";

  private static final String PUBLIC = "permitAll()";

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    String rule = StatedRules.rule(method).orElse("denyAll()");
    operation.addExtension("x-who-may", rule);
    problem(operation, "default", "What went wrong");
    if (rule.equals(PUBLIC)) {
      return operation.security(List.of());
    }
    problem(operation, "401", "Nobody is signed in");
    problem(operation, "403", "The roles do not allow it, or the churches named differ");
    return operation.security(
        List.of(new SecurityRequirement().addList(OpenApiConfiguration.ACCESS_TOKEN)));
  }

  static Schema<?> problemSchema() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("/problems/invalid-input"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("A sentence that says what to do"))
        .addProperty("instance", new StringSchema());
  }

  private static void problem(Operation operation, String status, String description) {
    MediaType body = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", body)));
  }
}
