package org.verger.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.security.access.prepost.PreAuthorize;

/** A REST method, or its class, carries {@code @PreAuthorize}. */
final class SayWhoMayCall extends ArchCondition<JavaMethod> {

  static final SayWhoMayCall BY_PRE_AUTHORIZE = new SayWhoMayCall();

  private SayWhoMayCall() {
    super("say who may call them by @PreAuthorize");
  }

  @Override
  public void check(JavaMethod method, ConditionEvents events) {
    boolean says =
        method.isAnnotatedWith(PreAuthorize.class)
            || method.getOwner().isAnnotatedWith(PreAuthorize.class);
    if (!says) {
      events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
    }
  }
}
