package io.policyc.compiler.project;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads what the arguments of a command name: files, folders (every `.policy` file below),
/// patterns, and `-` for standard input.
///
/// The order of the arguments does not matter, and a file that is named twice is read once.
public final class ProjectReader {
  private ProjectReader() {}

  /// The sentences of every file, with everything that is imported.
  public static Checked<Project> read(
      List<String> arguments, SourceReader reader, Function<Source, Checked<PolicyFile>> parser) {
    List<Finding> findings = new ArrayList<>();
    Imports imports = new Imports(reader, parser, findings);
    new Named(reader, Named.Sort.POLICIES, findings, imports::take).all(arguments);
    return new Checked<>(imports.project(), findings);
  }

  /// The text of every file by name, without what is imported.
  public static Checked<List<Source>> texts(List<String> arguments, SourceReader reader) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Source> texts = new LinkedHashMap<>();
    new Named(
            reader,
            Named.Sort.POLICIES,
            findings,
            text -> texts.putIfAbsent(text.id(), text.source()))
        .all(arguments);
    return new Checked<>(
        texts.values().stream().sorted(Comparator.comparing(Source::name)).toList(), findings);
  }

  /// The texts of Falco's rules files: files, folders (every `.yaml` and `.yml` below, by name),
  /// patterns and `-`, in the order of the arguments, which is that in which Falco loads them.
  public static Checked<List<Source>> rules(List<String> arguments, SourceReader reader) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Source> texts = new LinkedHashMap<>();
    new Named(
            reader, Named.Sort.RULES, findings, text -> texts.putIfAbsent(text.id(), text.source()))
        .all(arguments);
    return new Checked<>(List.copyOf(texts.values()), findings);
  }
}
