package io.policyc.cli.compile;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundReader;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.project.ManifestReader;
import io.policyc.compiler.project.Project;
import io.policyc.compiler.project.SourceReader;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The compiler's steps in their order.
final class Pipeline {
  private Pipeline() {}

  /// One text as sentences.
  static Checked<PolicyFile> parse(Source source) {
    return PolicyParser.parse(source);
  }

  /// What manifests tell.
  static Checked<Found> found(List<String> names, SourceReader reader, Settings settings) {
    Checked<List<Manifest>> objects = ManifestReader.read(names, reader);
    Checked<Found> found = FoundReader.read(objects.value(), settings.kubernetes().templates());
    List<Finding> findings = new ArrayList<>(objects.findings());
    findings.addAll(found.findings());
    return new Checked<>(found.value(), findings);
  }

  /// What the sentences of a project mean.
  ///
  /// @param found what manifests tell
  static Checked<Model> resolve(Project project, Settings settings, LocalDate today, Found found) {
    List<Unit> units =
        project.files().stream().map(member -> new Unit(member.file(), member.foreign())).toList();
    return Resolver.resolve(units, settings, today, found);
  }

  /// The documents of every target.
  static Checked<List<Document>> emit(Model model, Settings settings, List<Backend> backends) {
    List<Document> documents = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Backend backend : backends) {
      Checked<List<Document>> emitted = backend.emit(model, settings);
      documents.addAll(emitted.value());
      findings.addAll(emitted.findings());
    }
    return new Checked<>(documents, findings);
  }

  /// What is wrong with the documents when they are read back.
  ///
  /// @param documents what [#emit] gave for the same arguments
  static List<Finding> verify(
      Model model, Settings settings, List<Backend> backends, List<Document> documents) {
    List<Finding> findings = new ArrayList<>();
    int from = 0;
    for (Backend backend : backends) {
      String folder = backend.id() + "/";
      int to = from;
      while (to < documents.size() && documents.get(to).path().startsWith(folder)) {
        to++;
      }
      findings.addAll(backend.verify(model, settings, documents.subList(from, to)));
      from = to;
    }
    return findings;
  }
}
