package org.verger.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/** Decides who sends a message, and whether it is sent at all. */
@Component
class DeliveryClaims {

  /** How long a claim holds. A channel must answer, or give up, in less. */
  static final Duration CLAIM = Duration.ofMinutes(1);

  private static final int MOST_ATTEMPTS = 5;

  private final Judgements judgements;
  private final Deliveries deliveries;
  private final Tenants tenants;
  private final Clock clock;

  DeliveryClaims(Judgements judgements, Deliveries deliveries, Tenants tenants, Clock clock) {
    this.judgements = judgements;
    this.deliveries = deliveries;
    this.tenants = tenants;
    this.clock = clock;
  }

  /** What the caller has to do. */
  sealed interface Claim {

    /** Nothing: this is the outcome. */
    record Settled(Delivery delivery) implements Claim {}

    /**
     * Send it.
     *
     * @param asked whether an earlier call may have sent it, so that the channel is asked first
     * @param ifUnsent what becomes of it instead, if the channel says that it was not sent
     */
    record Granted(long id, Outgoing message, boolean asked, @Nullable DeliveryOutcome ifUnsent)
        implements Claim {}
  }

  /**
   * Writes or takes over the message's row.
   *
   * @param atOnce whether the caller sends in the transaction that is open, so that the row can say
   *     {@code sent} from the beginning
   */
  Claim claim(DeliveryRequest request, boolean atOnce) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Claim claim = attempt(request, atOnce);
      if (claim != null) {
        return claim;
      }
    }
    throw new ConcurrencyFailureException("The message " + request + " is wanted by too many");
  }

  private @Nullable Claim attempt(DeliveryRequest request, boolean atOnce) {
    Tenant tenant = tenants.current();
    Instant now = Instant.now(clock);
    Judgement judgement = judgements.of(request, tenant.languages().getFirst());
    Judgement.Stored stored = judgement.stored();
    if (stored != null && isSettled(stored, request, now)) {
      return new Claim.Settled(new Delivery(stored.id(), request.businessKey(), stored.outcome()));
    }
    Template template = judgement.template();
    if (template == null) {
      throw new UnknownTemplateException(request.template(), request.channel());
    }
    String address = request.address() == null ? "" : request.address();
    Outgoing message = template.fill(address, request.variables());
    DeliveryOutcome obstacle = obstacle(request, judgement, tenant, now);
    return stored == null
        ? begin(request, template.language(), message, obstacle, atOnce, now)
        : resume(request, stored, message, obstacle, atOnce, now);
  }

  private static boolean isSettled(Judgement.Stored stored, DeliveryRequest request, Instant now) {
    if (!stored.isOpen()) {
      return true;
    }
    if (stored.claimedUntil() != null && stored.claimedUntil().isAfter(now)) {
      throw new DeliveryInProgressException(request.businessKey(), stored.claimedUntil());
    }
    return stored.heldUntil() != null && stored.heldUntil().isAfter(now);
  }

  private static @Nullable DeliveryOutcome obstacle(
      DeliveryRequest request, Judgement judgement, Tenant tenant, Instant now) {
    SuppressionReason objection = judgement.objection(request);
    if (objection != null) {
      return new DeliveryOutcome.Suppressed(objection);
    }
    Instant allowed = judgement.quietHours().nextAllowed(now, tenant.zone());
    return allowed.equals(now) || request.purpose() == DeliveryRequest.Purpose.ANSWER
        ? null
        : new DeliveryOutcome.Held(allowed);
  }

  private @Nullable Claim begin(
      DeliveryRequest request,
      String language,
      Outgoing message,
      @Nullable DeliveryOutcome obstacle,
      boolean atOnce,
      Instant now) {
    Deliveries.State state =
        obstacle == null ? granted(atOnce, now) : Deliveries.State.of(obstacle);
    return deliveries
        .insert(request, language, message, state, now)
        .map(id -> claim(id, request, message, obstacle))
        .orElse(null);
  }

  private @Nullable Claim resume(
      DeliveryRequest request,
      Judgement.Stored stored,
      Outgoing message,
      @Nullable DeliveryOutcome obstacle,
      boolean atOnce,
      Instant now) {
    boolean asked = stored.status().equals("sending");
    Deliveries.State state =
        obstacle == null || asked ? granted(atOnce && !asked, now) : Deliveries.State.of(obstacle);
    if (!deliveries.resume(stored, message, state, now)) {
      return null;
    }
    return asked
        ? new Claim.Granted(stored.id(), message, true, obstacle)
        : claim(stored.id(), request, message, obstacle);
  }

  private static Claim claim(
      long id, DeliveryRequest request, Outgoing message, @Nullable DeliveryOutcome obstacle) {
    return obstacle == null
        ? new Claim.Granted(id, message, false, null)
        : new Claim.Settled(new Delivery(id, request.businessKey(), obstacle));
  }

  private static Deliveries.State granted(boolean atOnce, Instant now) {
    return atOnce
        ? Deliveries.State.of(new DeliveryOutcome.Sent(now))
        : new Deliveries.State("sending", null, null, now.plus(CLAIM));
  }
}
