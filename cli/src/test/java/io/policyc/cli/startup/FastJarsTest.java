package io.policyc.cli.startup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastJarsTest {
  @Test
  void joinsEveryJar(@TempDir Path temp) throws IOException {
    byte[] shapes = shapes();
    byte[] manifest = text("Main-Class: x");
    Path from = Files.createDirectory(temp.resolve("from"));
    jar(
        from.resolve("other.jar"),
        Map.of(
            "other/Shapes.class", shapes,
            "both.txt", text("other"),
            "META-INF/MANIFEST.MF", manifest,
            "META-INF/X.SF", manifest,
            "META-INF/versions/99/other/Shapes.class", manifest,
            "META-INF/services/s", text("a"),
            "module-info.class", manifest));
    jar(
        from.resolve("policyc-x.jar"),
        Map.of(
            "Shapes.class",
            shapes,
            "both.txt",
            text("policyc"),
            "META-INF/MANIFEST.MF",
            manifest,
            "META-INF/services/s",
            text("b")));
    Path to = temp.resolve("joined.jar");
    FastJars.join(from, to);
    try (ZipFile joined = new ZipFile(to.toFile())) {
      assertEquals(
          List.of("META-INF/services/s", "Shapes.class", "both.txt", "other/Shapes.class"),
          joined.stream().map(ZipEntry::getName).sorted().toList());
      assertArrayEquals(shapes, read(joined, "other/Shapes.class"));
      String ours = new String(read(joined, "Shapes.class"), StandardCharsets.ISO_8859_1);
      assertTrue(ours.contains("$switch$0"));
      // As on a class path: the first jar that has a name.
      assertArrayEquals(text("other"), read(joined, "both.txt"));
      assertArrayEquals(text("a\nb\n"), read(joined, "META-INF/services/s"));
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] read(ZipFile jar, String name) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readAllBytes();
    }
  }

  private static byte[] shapes() throws IOException {
    try (InputStream in = Shapes.class.getResourceAsStream("Shapes.class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static void jar(Path path, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path))) {
      for (Map.Entry<String, byte[]> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }
}
