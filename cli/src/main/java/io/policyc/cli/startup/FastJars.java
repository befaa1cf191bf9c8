package io.policyc.cli.startup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Joins the command's jars to one for the AOT cache, with our own classes rewritten by
/// [DirectSwitches], [DirectRecords] and [DirectCalls]. The launcher runs this in the background,
/// once for each build.
///
/// One jar, since looking for a class that is not there opens every jar, and picocli looks for some
/// of Groovy in each run.
final class FastJars {
  private static final String SERVICES = "META-INF/services/";

  private final ZipOutputStream out;
  private final Set<String> written = new HashSet<>();
  private final Map<String, ByteArrayOutputStream> services = new TreeMap<>();

  private FastJars(ZipOutputStream out) {
    this.out = out;
  }

  /// Joins the jars of a folder.
  ///
  /// @param args the folder of the jars, and the jar to write
  public static void main(String[] args) throws IOException {
    join(Path.of(args[0]), Path.of(args[1]));
  }

  static void join(Path from, Path to) throws IOException {
    List<Path> sorted = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(from, "*.jar")) {
      jars.forEach(sorted::add);
    }
    sorted.sort(null);
    try (OutputStream target = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(target)) {
      out.setLevel(Deflater.NO_COMPRESSION);
      FastJars joined = new FastJars(out);
      for (Path jar : sorted) {
        joined.add(jar);
      }
      joined.addServices();
    }
  }

  private void add(Path jar) throws IOException {
    boolean ours = String.valueOf(jar.getFileName()).startsWith("policyc-");
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream in = new ZipInputStream(file)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        add(entry.getName(), in, ours);
      }
    }
  }

  private void add(String name, InputStream in, boolean ours) throws IOException {
    if (name.startsWith(SERVICES) && !name.endsWith("/")) {
      ByteArrayOutputStream all = services.computeIfAbsent(name, _ -> new ByteArrayOutputStream());
      all.writeBytes(in.readAllBytes());
      all.write('\n');
    } else if (isWanted(name) && written.add(name)) {
      byte[] content = in.readAllBytes();
      write(name, ours && name.endsWith(".class") ? rewrite(content) : content);
    }
  }

  // Manifests and signatures speak of the jar that they came in. Without a manifest the classes for
  // single versions of Java would lie there unused.
  private static boolean isWanted(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    boolean aboutItsJar =
        upper.startsWith("META-INF/")
            && (upper.endsWith(".MF")
                || upper.endsWith(".SF")
                || upper.endsWith(".RSA")
                || upper.endsWith(".DSA")
                || upper.startsWith("META-INF/VERSIONS/"));
    return !aboutItsJar && !name.endsWith("/") && !name.equals("module-info.class");
  }

  private void addServices() throws IOException {
    for (var service : services.entrySet()) {
      write(service.getKey(), service.getValue().toByteArray());
    }
  }

  private void write(String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static byte[] rewrite(byte[] type) {
    return DirectCalls.rewrite(DirectRecords.rewrite(DirectSwitches.rewrite(type)));
  }
}
