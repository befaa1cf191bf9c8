package io.policyc.cli.check;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundReader;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.project.Project;
import io.policyc.compiler.project.ProjectReader;
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
import java.util.Optional;
import java.util.Set;

/// The sentences that manifests are held against.
///
/// @param model what they mean; empty where none are named, and where they hold a mistake
/// @param broken whether they hold a mistake: then nothing of what they ask for is known
record Sentences(Optional<Model> model, boolean broken) {
  /// What says nothing here: that a sentence waits for a check, and, since a hook names the files
  /// that changed, that the pods of a workload are not among them.
  private static final Set<String> FOR_COMPILE = Set.of(Code.PC0615.name(), Code.PC0224.name());

  private static final Sentences NONE = new Sentences(Optional.empty(), false);

  /// Reads what was named.
  ///
  /// @param policies files, folders and patterns; empty for none
  /// @param objects whose names sentences may use without declaring them
  static Checked<Sentences> read(
      List<String> policies,
      SourceReader reader,
      Settings settings,
      LocalDate today,
      List<Manifest> objects) {
    if (policies.isEmpty()) {
      return Checked.clean(NONE);
    }
    Checked<Project> project = ProjectReader.read(policies, reader, Sentences::parse);
    List<Unit> units =
        project.value().files().stream()
            .map(member -> new Unit(member.file(), member.foreign()))
            .toList();
    // Fields of wrong types are found when their objects are judged.
    Found found = FoundReader.read(objects, settings.kubernetes().templates()).value();
    Checked<Model> model = Resolver.resolve(units, settings, today, found);
    List<Finding> findings = new ArrayList<>(project.findings());
    // What is asked of manifests is asked here.
    model.findings().stream().filter(one -> !isForCompile(one)).forEach(findings::add);
    boolean broken = project.hasErrors() || model.hasErrors();
    Optional<Model> known = broken ? Optional.empty() : Optional.of(model.value());
    return new Checked<>(new Sentences(known, broken), findings);
  }

  private static boolean isForCompile(Finding finding) {
    return FOR_COMPILE.contains(finding.rule());
  }

  private static Checked<PolicyFile> parse(Source source) {
    return PolicyParser.parse(source);
  }
}
