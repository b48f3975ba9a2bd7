package org.verger.machine;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.verger.deployment.Launched;

@Configuration(proxyBeanMethods = false)
@Launched
class MachineConfiguration {

  /** Lazy: with an external database and engine nothing is kept here. */
  @Bean
  @Lazy
  DataFolder dataFolder(@Value("${verger.data}") Path folder) {
    return DataFolder.open(folder);
  }
}
