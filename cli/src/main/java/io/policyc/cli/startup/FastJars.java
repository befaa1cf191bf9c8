package io.policyc.cli.startup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Copies the command's jars for the AOT cache: our own with [DirectSwitches], the others as they
/// are. The launcher runs this in the background, once for each build.
final class FastJars {
  private FastJars() {}

  /// Copies the jars of a folder.
  ///
  /// @param args the folder of the jars, and an empty folder for the copies
  public static void main(String[] args) throws IOException {
    copy(Path.of(args[0]), Path.of(args[1]));
  }

  static void copy(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(from, "*.jar")) {
      for (Path jar : jars) {
        String name = String.valueOf(jar.getFileName());
        if (name.startsWith("policyc-")) {
          rewrite(jar, to.resolve(name));
        } else {
          Files.copy(jar, to.resolve(name));
        }
      }
    }
  }

  private static void rewrite(Path from, Path to) throws IOException {
    try (InputStream file = Files.newInputStream(from);
        ZipInputStream in = new ZipInputStream(file);
        OutputStream target = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(target)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(entry.getName().endsWith(".class") ? DirectSwitches.rewrite(content) : content);
        out.closeEntry();
      }
    }
  }
}
