package org.verger.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.verger.deployment.CannotStartException;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void belongsToOneApplicationAtATime() {
    DataFolder mine = DataFolder.open(temporary);
    assertThatThrownBy(() -> DataFolder.open(temporary))
        .isInstanceOf(CannotStartException.class)
        .hasMessageStartingWith("Another Verger is running on the data folder " + temporary);
    mine.close();
    DataFolder.open(temporary).close();
  }

  @Test
  void thatCannotBeWrittenIsRefusedWithAPlainSentence() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("cannot be written: give this user the right to it");
  }

  @Test
  void onAFullDiskIsRefusedWithAPlainSentence() {
    assertThatThrownBy(() -> DataFolder.open(temporary, Long.MAX_VALUE))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("is full: only")
        .hasMessageContaining("free some space");
  }

  @Test
  void keepsASecretForTheNextStart() {
    String first;
    try (DataFolder folder = DataFolder.open(temporary)) {
      first = folder.secret("database");
      assertThat(first).hasSize(48).isNotEqualTo(folder.secret("exporter"));
    }
    try (DataFolder folder = DataFolder.open(temporary)) {
      assertThat(folder.secret("database")).isEqualTo(first);
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has other permissions")
  void showsASecretToItsOwnerOnly() throws IOException {
    try (DataFolder folder = DataFolder.open(temporary)) {
      folder.secret("database");
      assertThat(Files.getPosixFilePermissions(folder.secretFile("database")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
