package org.verger.engine;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/**
 * What the topology says the gateway's version is. A gateway of 8.5 serves {@code /v1} where the
 * client asks for {@code /v2}.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class GatewayVersion implements AsyncExecChainHandler {

  private static final Pattern FIRST_REST = Pattern.compile("8\\.5\\..*");

  private volatile boolean servesFirstRestOnly;

  void learn(String version) {
    servesFirstRestOnly = FIRST_REST.matcher(version).matches();
  }

  @Override
  public void execute(
      HttpRequest request,
      AsyncEntityProducer body,
      AsyncExecChain.Scope scope,
      AsyncExecChain chain,
      AsyncExecCallback callback)
      throws HttpException, IOException {
    if (servesFirstRestOnly && request.getPath().startsWith("/v2/")) {
      request.setPath("/v1/" + request.getPath().substring("/v2/".length()));
    }
    chain.proceed(request, body, scope, callback);
  }
}
