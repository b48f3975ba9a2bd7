package org.verger.web;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.verger.tenants.CurrentTenant;

/** Calls that go wrong in every way there is. */
@RestController
class AwkwardApi {

  record Body(int number, List<Body> parts) {}

  @GetMapping("/api/v1/awkward/failure")
  @PreAuthorize("isAuthenticated()")
  String fail() {
    throw new IllegalStateException("the password of the database is hunter2");
  }

  @GetMapping("/api/v1/awkward/unstated")
  String unstated() {
    return "nobody said who may see this";
  }

  @PostMapping(
      path = "/api/v1/awkward/body",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @PreAuthorize("isAuthenticated()")
  Body body(@RequestBody Body body) {
    return body;
  }

  @GetMapping("/api/v1/awkward/number/{number}")
  @PreAuthorize("isAuthenticated()")
  int number(@PathVariable int number) {
    return number;
  }

  @GetMapping("/api/v1/public/{church}/awkward")
  @PreAuthorize("permitAll()")
  String church(@PathVariable String church) {
    return church + " is " + CurrentTenant.require();
  }

  /** Pages of the same kind. */
  @Controller
  static class Pages {

    @GetMapping("/awkward/failure")
    @PreAuthorize("isAuthenticated()")
    String fail() {
      throw new IllegalStateException("the password of the database is hunter2");
    }

    @GetMapping("/awkward/unstated")
    @ResponseBody
    String unstated() {
      return "nobody said who may see this";
    }

    @GetMapping("/awkward/admin")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseBody
    String admin() {
      return "for administrators of " + CurrentTenant.require();
    }

    @PostMapping("/awkward/admin")
    @PreAuthorize("hasRole('ADMIN')")
    @ResponseBody
    String change() {
      return "changed";
    }

    @GetMapping("/connect/{church}/awkward")
    @PreAuthorize("permitAll()")
    @ResponseBody
    String connect(@PathVariable String church) {
      return church + " is " + CurrentTenant.require();
    }
  }
}
