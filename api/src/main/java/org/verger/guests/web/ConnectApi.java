package org.verger.guests.web;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.guests.ConnectForm;
import org.verger.guests.RegisterGuest;

/** Takes connect forms from anybody. */
@RestController
@RunsInRole(RunsInRole.API)
class ConnectApi {

  private final RegisterGuest registerGuest;

  ConnectApi(RegisterGuest registerGuest) {
    this.registerGuest = registerGuest;
  }

  /** Who the guest is here; the same person has the same id each time. */
  record Accepted(String guestId) {}

  @PostMapping("/api/v1/public/{tenant}/connect")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("permitAll()")
  @SecurityRequirements
  Accepted connect(@PathVariable String tenant, @RequestBody ConnectForm form) {
    return new Accepted(registerGuest.register(form).toString());
  }
}
