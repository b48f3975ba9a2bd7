package org.verger.database.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs for this machine, out of the archive on the class path.
 *
 * @param folder where they were unpacked
 */
record PostgresBinaries(Path folder) {

  /** Unpacks the archive when that has not been done before. */
  static PostgresBinaries unpackOnce(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
      FileSystemUtils.deleteRecursively(unfinished);
      unpack(unfinished);
      Files.move(unfinished, folder);
    }
    return new PostgresBinaries(folder);
  }

  /** The command line of one of the programs, with its arguments. */
  List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // The server refuses to run as root; in a user namespace of its own it does not look like it.
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static void unpack(Path into) throws IOException {
    String architecture = ArchUtils.normalize(System.getProperty("os.arch"));
    try (InputStream archive =
            DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, into);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, file);
    if (entry.getName().contains("bin/") && !file.toFile().setExecutable(true)) {
      throw new IOException("Cannot make " + file + " executable");
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("win")) {
      return "Windows";
    }
    return name.startsWith("mac") ? "Darwin" : "Linux";
  }
}
