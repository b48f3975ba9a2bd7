package org.verger.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.verger.tenants.Tenant.Status.ACTIVE;
import static org.verger.tenants.Tenant.Status.ARCHIVED;
import static org.verger.tenants.Tenant.Status.CREATING;
import static org.verger.tenants.Tenant.Status.SUSPENDED;
import static org.verger.testing.TestTenants.church;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.tenants.Tenant.Status;
import org.verger.testing.CoreTestApplication;

@SpringBootTest(classes = CoreTestApplication.class)
class ChangeTenantStatusTest {

  @Autowired ChangeTenantStatus changeStatus;
  @Autowired CreateTenant createTenant;
  @Autowired Tenants tenants;
  @Autowired TenantAudit audit;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @EnumSource
  void everyPairOfStatusesIsJudged(Status to) {
    assertThat(StatusChanges.isLegal(CREATING, to)).isEqualTo(to == ARCHIVED);
    assertThat(StatusChanges.isLegal(ACTIVE, to)).isEqualTo(to == SUSPENDED || to == ARCHIVED);
    assertThat(StatusChanges.isLegal(SUSPENDED, to)).isEqualTo(to == ACTIVE || to == ARCHIVED);
    assertThat(StatusChanges.isLegal(ARCHIVED, to)).isFalse();
  }

  @Test
  void aChurchIsSuspendedServedAgainAndArchivedWithATrail() {
    TenantId id = takenIn("peace");
    changeStatus.change(id, SUSPENDED, "ann");
    assertThatThrownBy(() -> tenants.active(id)).isInstanceOf(UnknownTenantException.class);
    changeStatus.change(id, ACTIVE, "bea");
    assertThat(tenants.active(id).status()).isEqualTo(ACTIVE);
    changeStatus.change(id, ARCHIVED, "cid");
    assertThat(audit.of(id))
        .extracting(TenantAudit.Entry::action, TenantAudit.Entry::actor)
        .containsExactly(
            tuple("archived", "cid"),
            tuple("activated", "bea"),
            tuple("suspended", "ann"),
            tuple("activated", "test"),
            tuple("created", "test"));
  }

  @Test
  void anIllegalChangeLeavesNoTrail() {
    TenantId id = takenIn("joy");
    changeStatus.change(id, ARCHIVED, "test");
    assertThatThrownBy(() -> changeStatus.change(id, ACTIVE, "dan"))
        .isInstanceOf(IllegalStatusChangeException.class)
        .hasMessage("Church \"joy\" is archived and cannot become active");
    assertThat(audit.of(id)).extracting(TenantAudit.Entry::actor).doesNotContain("dan");
  }

  @Test
  void theTrailCannotBeChanged() {
    takenIn("trail");
    assertThatThrownBy(() -> jdbc.sql("UPDATE shared.tenant_audit SET actor = 'x'").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM shared.tenant_audit").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private TenantId takenIn(String id) {
    createTenant.create(church(id), "test");
    return new TenantId(id);
  }
}
