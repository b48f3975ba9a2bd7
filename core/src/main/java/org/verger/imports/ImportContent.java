package org.verger.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bytes of imported files, in the church's schema, so that every process can read them. */
@Component
class ImportContent {

  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;

  ImportContent(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was kept. */
  record Kept(long size, String digest) {}

  /** Keeps a file, in the transaction that is open. */
  Kept keep(ImportId id, InputStream bytes) {
    MessageDigest digest = sha256();
    long size = 0;
    try {
      for (int part = 0; ; part++) {
        byte[] next = bytes.readNBytes(PART);
        if (next.length == 0) {
          return new Kept(size, HexFormat.of().formatHex(digest.digest()));
        }
        digest.update(next);
        size += next.length;
        insert(id, part, next);
      }
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private void insert(ImportId id, int part, byte[] bytes) {
    jdbc.sql("INSERT INTO import_part (import_id, part, bytes) VALUES (?, ?, ?)")
        .params(id.value(), part, bytes)
        .update();
  }

  /** Whether the file is still there. */
  boolean isKept(ImportId id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM import_part WHERE import_id = ?)")
        .param(id.value())
        .query(Boolean.class)
        .single();
  }

  /** Brings a file to this machine for as long as it is read; who asks for it deletes it. */
  Path fetch(ImportId id) {
    try {
      Path file = Files.createTempFile("verger-import-", "");
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int part = 0; write(id, part, out); part++) {}
      } catch (IOException | RuntimeException failed) {
        Files.deleteIfExists(file);
        throw failed;
      }
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean write(ImportId id, int part, OutputStream out) throws IOException {
    Optional<byte[]> bytes =
        jdbc.sql("SELECT bytes FROM import_part WHERE import_id = ? AND part = ?")
            .params(id.value(), part)
            .query(byte[].class)
            .optional();
    if (bytes.isPresent()) {
      out.write(bytes.get());
    }
    return bytes.isPresent();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
