package org.verger.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verger.testing.TestTenants.church;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.verger.testing.CoreTestApplication;

@SpringBootTest(classes = CoreTestApplication.class)
class CreateTenantTest {

  @Autowired CreateTenant createTenant;
  @Autowired Tenants tenants;

  @Test
  void aNewChurchIsServedAsSoonAsItsSchemaIsMigrated() {
    assertThat(createTenant.create(church("grace"), "test").succeeded()).isTrue();
    assertThat(tenants.active(new TenantId("grace")).name()).isEqualTo("Church grace");
  }

  @Test
  void aShortNameBelongsToOneChurchOnly() {
    createTenant.create(church("twice"), "test");
    assertThatThrownBy(() -> createTenant.create(church("twice"), "test"))
        .isInstanceOf(TenantExistsException.class)
        .hasMessageContaining("choose another");
  }
}
