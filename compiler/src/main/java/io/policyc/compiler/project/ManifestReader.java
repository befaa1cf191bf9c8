package io.policyc.compiler.project;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.ManifestCode;
import io.policyc.manifests.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Reads the manifests that names of workloads may come from: files, folders (every `.yaml`, `.yml`
/// and `.json` below, by name), patterns, and `-` for standard input.
public final class ManifestReader {
  private final Set<String> outright;
  private final List<Manifest> objects = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private ManifestReader(List<String> arguments) {
    this.outright = Set.copyOf(arguments.stream().map(PathName::normal).toList());
  }

  /// The objects of every file, in the order of the files' names; a file that is named twice is
  /// read once.
  public static Checked<List<Manifest>> read(List<String> arguments, SourceReader reader) {
    ManifestReader manifests = new ManifestReader(arguments);
    TreeMap<String, Texts.Text> texts = new TreeMap<>();
    new Named(
            reader,
            Named.Sort.MANIFESTS,
            manifests.findings,
            text -> texts.putIfAbsent(text.id(), text))
        .all(arguments);
    texts.values().stream()
        .map(Texts.Text::source)
        .sorted(java.util.Comparator.comparing(source -> source.name()))
        .forEach(source -> manifests.take(source.name(), Manifests.read(source)));
    return new Checked<>(manifests.objects, manifests.findings);
  }

  // What lies in a folder and is no Kubernetes object, such as `values.yaml`, is another program's.
  private void take(String name, Checked<List<Manifest>> read) {
    boolean other =
        read.value().isEmpty()
            && !outright.contains(name)
            && read.findings().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .allMatch(finding -> finding.rule().equals(ManifestCode.PC1010.name()));
    if (!other) {
      objects.addAll(read.value());
      findings.addAll(read.findings());
    }
  }
}
