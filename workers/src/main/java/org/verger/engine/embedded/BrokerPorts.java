package org.verger.engine.embedded;

import java.net.URI;
import org.verger.engine.EngineAddress;
import org.verger.machine.FreePorts;

/** The ports of one broker, all on this machine's own address. */
record BrokerPorts(int grpc, int rest, int management, int command, int internal) {

  static BrokerPorts choose(int grpc, int rest) {
    return new BrokerPorts(
        FreePorts.orFree(grpc),
        FreePorts.orFree(rest),
        FreePorts.find(),
        FreePorts.find(),
        FreePorts.find());
  }

  EngineAddress address() {
    return new EngineAddress(local(grpc), local(rest));
  }

  URI managementAddress() {
    return local(management);
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
