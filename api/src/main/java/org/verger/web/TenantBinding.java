package org.verger.web;

import org.springframework.stereotype.Component;
import org.verger.tenants.Tenants;

/**
 * Makes the filter that binds a request's church; as a bean the filter would run in every chain.
 */
@Component
class TenantBinding {

  private final Tenants tenants;
  private final TenantNames names;
  private final Problems problems;

  TenantBinding(Tenants tenants, TenantNames names, Problems problems) {
    this.tenants = tenants;
    this.names = names;
    this.problems = problems;
  }

  TenantFilter filter() {
    return new TenantFilter(tenants, names, problems);
  }
}
