package org.verger.pages;

import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.verger.deployment.RunsInRole;

/** Finds every feature's texts: {@code messages/<feature>.properties}, {@code <feature>_es} … */
@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.API)
class MessageBundles {

  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setBasenames(names());
    return source;
  }

  private static String[] names() throws IOException {
    Resource[] found =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    return Stream.of(found)
        .map(file -> String.valueOf(file.getFilename()).replaceFirst("(_\\w+)?\\.properties$", ""))
        .distinct()
        .sorted()
        .map(name -> "messages/" + name)
        .toArray(String[]::new);
  }
}
