package org.verger.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.verger.deployment.CannotStartException;

@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStartException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, CannotStartException cause) {
    String sentence = cause.getMessage();
    return new FailureAnalysis(sentence.endsWith(".") ? sentence : sentence + ".", null, cause);
  }
}
