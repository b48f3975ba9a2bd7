package org.verger.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.deployment.RunsInRole;

@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.API)
class OpenApiConfiguration {

  /** The name of the way to sign in. */
  static final String ACCESS_TOKEN = "accessToken";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class);
  }

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Verger")
                .version("v1")
                .description(
                    "Every error is a problem detail (RFC 9457). Instants are UTC, amounts decimals"
                        + " with a currency.")
                .license(new License().name("Apache-2.0")))
        .components(
            new Components()
                .addSchemas(OpenApiRules.PROBLEM, OpenApiRules.problemSchema())
                .addSecuritySchemes(
                    ACCESS_TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
  }
}
