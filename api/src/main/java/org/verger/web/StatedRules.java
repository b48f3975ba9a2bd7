package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.verger.deployment.RunsInRole;

/**
 * Refuses each of our controller methods that does not say by {@code @PreAuthorize}, on itself or
 * its class, who may call it.
 */
@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.API)
class StatedRules implements WebMvcConfigurer, HandlerInterceptor {

  private static final Logger log = LoggerFactory.getLogger(StatedRules.class);

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && needsRule(method) && rule(method).isEmpty()) {
      log.error("{} is refused to everybody: add @PreAuthorize", method.getShortLogMessage());
      throw new AccessDeniedException("Nobody is allowed this");
    }
    return true;
  }

  /** Whether a controller method is ours and reached by an address of its own. */
  static boolean needsRule(HandlerMethod method) {
    Class<?> type = method.getBeanType();
    return type.getName().startsWith("org.verger.")
        && !ErrorController.class.isAssignableFrom(type);
  }

  /** Who may call a controller method, as its annotation says. */
  static Optional<String> rule(HandlerMethod handler) {
    Method method = handler.getMethod();
    return Optional.ofNullable(
            AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class))
        .or(
            () ->
                Optional.ofNullable(
                    AnnotatedElementUtils.findMergedAnnotation(
                        handler.getBeanType(), PreAuthorize.class)))
        .map(PreAuthorize::value);
  }
}
