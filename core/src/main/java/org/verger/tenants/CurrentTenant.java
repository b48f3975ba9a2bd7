package org.verger.tenants;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The church that this thread works for. A transaction takes its database role from here when it
 * begins, so the church cannot change while one is open.
 */
public final class CurrentTenant {

  private static final ThreadLocal<@Nullable TenantId> BOUND = new ThreadLocal<>();

  private CurrentTenant() {}

  /** The bound church, if any. */
  public static Optional<TenantId> get() {
    return Optional.ofNullable(BOUND.get());
  }

  /**
   * The bound church.
   *
   * @throws IllegalStateException when none is bound
   */
  public static TenantId require() {
    return get().orElseThrow(() -> new IllegalStateException("No church is bound to this work"));
  }

  /**
   * Runs {@code work} for {@code tenant} and restores what was bound before.
   *
   * @throws IllegalStateException when a transaction for another church, or for none, is open
   */
  public static <T extends @Nullable Object> T call(TenantId tenant, Supplier<T> work) {
    TenantId before = BOUND.get();
    if (TransactionSynchronizationManager.isActualTransactionActive() && !tenant.equals(before)) {
      throw new IllegalStateException("The church cannot change while a transaction is open");
    }
    BOUND.set(tenant);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /** As {@link #call}, for work without a result. */
  public static void run(TenantId tenant, Runnable work) {
    CurrentTenant.<@Nullable Object>call(
        tenant,
        () -> {
          work.run();
          return null;
        });
  }

  private static void restore(@Nullable TenantId before) {
    if (before == null) {
      BOUND.remove();
    } else {
      BOUND.set(before);
    }
  }
}
