package org.verger.messages;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox serves each channel that no provider was chosen for. */
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

  private static final String SANDBOX = "sandbox";

  @Bean
  @ConditionalOnProperty(name = "verger.messages.sms", havingValue = SANDBOX, matchIfMissing = true)
  MessageChannel sandboxSms(JdbcClient jdbc, Clock clock) {
    return new SandboxChannel(Channel.SMS, jdbc, clock);
  }

  @Bean
  @ConditionalOnProperty(
      name = "verger.messages.email",
      havingValue = SANDBOX,
      matchIfMissing = true)
  MessageChannel sandboxEmail(JdbcClient jdbc, Clock clock) {
    return new SandboxChannel(Channel.EMAIL, jdbc, clock);
  }
}
