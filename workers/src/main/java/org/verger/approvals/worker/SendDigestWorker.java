package org.verger.approvals.worker;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.verger.approvals.SendDigest;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;
import org.verger.engine.PostponedException;

/** Sends the day's e-mails about requests; in quiet hours the job waits for their end. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class SendDigestWorker implements JobWorker<SendDigestWorker.Input, Nothing> {

  private final SendDigest sendDigest;

  SendDigestWorker(SendDigest sendDigest) {
    this.sendDigest = sendDigest;
  }

  record Input(String digestDay) {}

  @Override
  public String jobType() {
    return "approvals-send-digest";
  }

  @Override
  public Nothing work(Input input) {
    sendDigest
        .send(LocalDate.parse(input.digestDay()))
        .ifPresent(
            until -> {
              throw new PostponedException(until);
            });
    return new Nothing();
  }
}
