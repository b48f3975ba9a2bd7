package org.verger.pages;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;
import org.verger.deployment.RunsInRole;

/** A controller of pages. One handler serves the page and, to htmx, the part of it that changes. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Controller
@RunsInRole(RunsInRole.API)
public @interface PageController {}
