package org.verger.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that calls the application over HTTP, on a real database and without an engine. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = WebTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "verger.roles=api",
      "verger.security.jwt-secret=a-secret-of-the-tests-with-enough-bytes",
      "verger.platform.admin-email=root@platform.example",
      "verger.platform.admin-password=verger-demo",
      "verger.metrics.token=a-token-of-the-tests-for-their-metrics",
      "verger.web.base-domains=localhost,verger.example",
      "server.forward-headers-strategy=native"
    })
public @interface WebTest {}
