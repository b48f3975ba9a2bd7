package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.testing.ChurchTest;

class SandboxChannelTest extends ChurchTest {

  @Autowired MessageChannels channels;
  @Autowired TransactionTemplate transactions;

  @Test
  void aMessageThatIsHandedOverTwiceIsKeptOnceAndCountedTwice() {
    Outgoing message = new Outgoing(Channel.SMS, "+13125550123", null, "Hi");
    MessageChannel sandbox = channels.serving(Channel.SMS);
    for (int time = 0; time < 2; time++) {
      church.run(() -> transactions.executeWithoutResult(open -> sandbox.send(message, "key")));
    }
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isEqualTo(1);
    assertThat(church.count("SELECT sum(calls) FROM sandbox_message")).isEqualTo(2);
  }
}
