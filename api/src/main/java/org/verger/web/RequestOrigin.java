package org.verger.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.verger.audit.Origin;
import org.verger.deployment.RunsInRole;

/** The address that the current request came from. */
@Component
@RunsInRole(RunsInRole.API)
class RequestOrigin implements Origin {

  @Override
  public Optional<String> get() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.of(request.getRequest().getRemoteAddr())
        : Optional.empty();
  }
}
