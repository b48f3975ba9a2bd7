package org.verger.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.verger.deployment.CannotStartException;

/** The folder that holds everything this application keeps; one running application owns it. */
public final class DataFolder implements AutoCloseable {

  private static final long MEBIBYTE = 1024L * 1024;
  private static final long NEEDED = 512 * MEBIBYTE;

  private final Path root;
  private final FileChannel lockFile;

  private DataFolder(Path root, FileChannel lockFile) {
    this.root = root;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder for this application, creating it where it is missing.
   *
   * @throws CannotStartException when it cannot be written, is nearly full, or is taken
   */
  public static DataFolder open(Path folder) {
    return open(folder, NEEDED);
  }

  static DataFolder open(Path folder, long neededBytes) {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(root);
      refuseWhenFull(root, neededBytes);
      return new DataFolder(root, lock(root));
    } catch (IOException unusable) {
      throw new CannotStartException(
          "The data folder %s cannot be written: give this user the right to it, or choose another folder with the environment variable VERGER_DATA"
              .formatted(root),
          unusable);
    }
  }

  /** A file or folder in it, by its relative path; the folder that holds it exists afterwards. */
  public Path resolve(String relative) {
    Path path = root.resolve(relative);
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return path;
  }

  /** The random password of that name, made when it is asked for the first time. */
  public String secret(String name) {
    return Secret.readOrCreate(secretFile(name));
  }

  /** The file that {@link #secret} keeps the password in, for programs that read it from there. */
  public Path secretFile(String name) {
    return resolve("secrets/" + name);
  }

  /** Lets another application have the folder. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return root.toString();
  }

  private static void refuseWhenFull(Path root, long neededBytes) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < neededBytes) {
      throw new CannotStartException(
          "The disk of the data folder %s is full: only %d MB are free and Verger needs %d, so free some space or choose another folder with the environment variable VERGER_DATA"
              .formatted(root, free / MEBIBYTE, neededBytes / MEBIBYTE));
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      throw new CannotStartException(
          "Another Verger is running on the data folder %s: stop it first, or give this one a folder of its own with the environment variable VERGER_DATA"
              .formatted(root));
    }
    return channel;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException takenByThisProcess) {
      return null;
    }
  }
}
