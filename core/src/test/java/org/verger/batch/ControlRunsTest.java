package org.verger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Units;
import org.verger.testing.ChurchTest;
import org.verger.testing.Tree;

class ControlRunsTest extends ChurchTest {

  @Autowired ControlRuns control;
  @Autowired Units units;
  @Autowired People people;

  private PersonId operator;

  @BeforeEach
  void findAnOperator() {
    Tree tree = Tree.plant(church, units, people);
    operator = tree.holder(Role.OPERATOR, tree.nation().id());
  }

  @Test
  void aRunThatFailedLongAgoIsRestartedTooAndNoneThatEndedWell() {
    runs(1, RunState.FAILED);
    runs(250, RunState.COMPLETED);
    runs(1, RunState.HELD);
    Retries<ControlRuns.Retried> retries = retry(RunFilter.ALL);
    assertThat(retries.items()).hasSize(2).allSatisfy(one -> assertThat(one.problem()).isNull());
    assertThat(retries.more()).isFalse();
    assertThat(church.count("SELECT count(*) FROM shared.batch_run WHERE state = 'queued'"))
        .isEqualTo(2);
  }

  @Test
  void moreThanCanBeRestartedAtOnceIsSaid() {
    runs(201, RunState.FAILED);
    assertThat(retry(RunFilter.ALL).more()).isTrue();
    Retries<ControlRuns.Retried> rest = retry(RunFilter.ALL);
    assertThat(rest.items()).hasSize(1);
    assertThat(rest.more()).isFalse();
  }

  private Retries<ControlRuns.Retried> retry(RunFilter filter) {
    return church.call(() -> control.retry(operator, filter));
  }

  // A church can only ask; the login says what became of it.
  private void runs(int number, RunState state) {
    church.update(
        """
        INSERT INTO shared.batch_run (id, tenant_id, job, key, lane, state, requested_at)
        SELECT gen_random_uuid(), ?, 'counting', ? || n, 'bulk', 'queued', now()
        FROM generate_series(1, ?) AS n
        """,
        church.id().value(),
        state.code(),
        number);
    jdbc.sql("UPDATE shared.batch_run SET state = ? WHERE tenant_id = ? AND key LIKE ? || '%'")
        .params(state.code(), church.id().value(), state.code())
        .update();
  }
}
