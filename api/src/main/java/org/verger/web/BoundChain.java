package org.verger.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** Runs the rest of a filter chain for a church and lets its checked exceptions through. */
final class BoundChain {

  private BoundChain() {}

  /** The rest of a chain. */
  interface Rest {
    void run() throws IOException, ServletException;
  }

  static void run(TenantId tenant, Rest rest) throws IOException, ServletException {
    try {
      CurrentTenant.run(tenant, () -> unchecked(rest));
    } catch (Carried carried) {
      throw carried.cause;
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void unchecked(Rest rest) {
    try {
      rest.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (ServletException failure) {
      throw new Carried(failure);
    }
  }

  private static final class Carried extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ServletException cause;

    Carried(ServletException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
