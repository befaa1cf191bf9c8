package io.policyc.tests.gen;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.emit.Backends;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.tests.naive.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A generated input, compiled.
///
/// @param input what was compiled: without the sentences that were refused
/// @param parts its syntax trees
/// @param documents what was emitted
/// @param refused the errors that sentences were left out for
/// @param remarks what else was found
public record Compiled(
    Generated input,
    List<Input.Part> parts,
    List<Document> documents,
    List<Refused> refused,
    List<Finding> remarks) {
  /// A sentence that the compiler would not have, and why.
  public record Refused(Line line, Finding finding) {}

  /// Compiles an input; sentences with errors are left out and told.
  public static Compiled of(Generated input) {
    List<Refused> refused = new ArrayList<>();
    Generated rest = input;
    for (int tries = 0; tries <= input.lines().size(); tries++) {
      Attempt attempt = attempt(rest);
      if (attempt.errors().isEmpty()) {
        return new Compiled(
            rest, attempt.parts(), attempt.documents(), refused, attempt.findings());
      }
      rest = without(rest, attempt.errors(), refused);
    }
    throw new IllegalStateException("no sentence is left:\n" + input.text());
  }

  /// Compiles inputs as files of one input, which must be free of errors.
  public static Compiled of(List<Generated> files) {
    Attempt attempt = attempt(files);
    if (!attempt.errors().isEmpty()) {
      throw new IllegalStateException(files + " has " + attempt.errors());
    }
    return new Compiled(
        files.getFirst(), attempt.parts(), attempt.documents(), List.of(), attempt.findings());
  }

  /// Compiles files that must be free of errors.
  ///
  /// @param found what manifests say
  public static List<Document> of(List<Source> sources, Settings settings, Found found) {
    List<Finding> findings = new ArrayList<>();
    List<Input.Part> parts =
        sources.stream().map(source -> new Input.Part(parse(source, findings), false)).toList();
    Attempt attempt = attempt(parts, findings, settings, found);
    if (!attempt.errors().isEmpty()) {
      throw new IllegalStateException(sources + " has " + attempt.errors());
    }
    return attempt.documents();
  }

  /// Whether an input compiles as it is.
  public static boolean compiles(Generated input) {
    return attempt(input).errors().isEmpty();
  }

  private static final String FOREIGN = "foreign.policy";
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 1);

  private record Attempt(List<Input.Part> parts, List<Document> documents, List<Finding> findings) {
    List<Finding> errors() {
      return findings.stream().filter(f -> f.level() == Level.ERROR).toList();
    }
  }

  private static Attempt attempt(Generated input) {
    return attempt(List.of(input));
  }

  private static Attempt attempt(List<Generated> files) {
    List<Input.Part> parts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Generated file : files) {
      String name = "gen" + parts.size() + ".policy";
      parts.add(new Input.Part(parse(new Source(name, file.text(false)), findings), false));
      parts.add(new Input.Part(parse(new Source(FOREIGN, file.text(true)), findings), true));
    }
    return attempt(parts, findings, files.getFirst().settings());
  }

  private static PolicyFile parse(Source source, List<Finding> findings) {
    Checked<PolicyFile> parsed = PolicyParser.parse(source);
    findings.addAll(parsed.findings());
    return parsed.value();
  }

  private static Attempt attempt(
      List<Input.Part> parts, List<Finding> findings, Settings settings) {
    return attempt(parts, findings, settings, Found.NOTHING);
  }

  private static Attempt attempt(
      List<Input.Part> parts, List<Finding> findings, Settings settings, Found found) {
    List<Unit> units = parts.stream().map(part -> new Unit(part.file(), part.foreign())).toList();
    Checked<List<Document>> emitted =
        findings.isEmpty() ? documents(units, settings, found) : new Checked<>(List.of(), findings);
    return new Attempt(parts, emitted.value(), emitted.findings());
  }

  private static Checked<List<Document>> documents(
      List<Unit> units, Settings settings, Found found) {
    Checked<Model> model = Resolver.resolve(units, settings, TODAY, found);
    return model.hasErrors()
        ? new Checked<>(List.of(), model.findings())
        : model.then(value -> emit(value, settings));
  }

  private static Checked<List<Document>> emit(Model model, Settings settings) {
    Checked<List<Document>> all = Checked.clean(List.of());
    for (var backend : Backends.ALL) {
      all =
          all.then(
              before ->
                  backend.id().equals("cilium")
                      ? backend.emit(model, settings)
                      : Checked.clean(before));
    }
    return all;
  }

  private static Generated without(Generated input, List<Finding> errors, List<Refused> refused) {
    List<Line> lines = new ArrayList<>(input.lines());
    for (Finding error : errors) {
      boolean foreign = error.at().stream().anyMatch(at -> at.source().name().equals(FOREIGN));
      int number = error.at().map(span -> span.line()).orElse(Integer.MAX_VALUE);
      Line line = input.lineAt(foreign, number);
      if (lines.remove(line)) {
        refused.add(new Refused(line, error));
      }
    }
    return input.with(lines);
  }

  /// Every emitted document, as one stream of YAML.
  public String yaml() {
    return documents.stream().map(Document::text).collect(Collectors.joining("\n---\n"));
  }
}
