package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads what the arguments of a compile name, with everything that is imported.
public final class ProjectReader {
  /// The argument that stands for standard input.
  public static final String STDIN_ARGUMENT = "-";

  private final SourceReader reader;
  private final Imports imports;
  private final List<Finding> findings = new ArrayList<>();

  private ProjectReader(SourceReader reader, Function<Source, Checked<PolicyFile>> parser) {
    this.reader = reader;
    this.imports = new Imports(reader, parser, findings);
  }

  /// Reads files, folders (every `.policy` file below), patterns and `-`, standard input.
  ///
  /// The order of the arguments does not matter.
  public static Checked<Project> read(
      List<String> arguments, SourceReader reader, Function<Source, Checked<PolicyFile>> parser) {
    ProjectReader project = new ProjectReader(reader, parser);
    arguments.stream().distinct().sorted().forEach(project::argument);
    return new Checked<>(project.imports.project(), project.findings);
  }

  private void argument(String argument) {
    Reading reading = new Reading(Optional.empty(), findings);
    if (argument.equals(STDIN_ARGUMENT)) {
      imports.standardInput(reading);
      return;
    }
    String name = PathName.normal(argument);
    Found found = reader.look(name, Texts.MAX_FILE, Folders.MAX_ENTRIES);
    switch (found) {
      case Found.Folder _, Found.Crowded _ -> folder(name, reading);
      case Found.Missing _ when Glob.isPattern(argument) -> pattern(name, reading);
      case Found.Bytes _, Found.Missing _, Found.Unreadable _, Found.Special _, Found.TooLarge _ ->
          imports.file(name, found, reading);
    }
  }

  private void folder(String name, Reading reading) {
    List<String> files = new Folders(reader, reading).below(name, file -> file.endsWith(".policy"));
    if (files.isEmpty()) {
      reading.add(
          Code.PC0056,
          "there is no policy file below `" + name + "`",
          "name files that end in `.policy`");
    }
    files.forEach(file -> imports.file(file, reading));
  }

  private void pattern(String pattern, Reading reading) {
    Glob glob = new Glob(pattern);
    List<String> files = new Folders(reader, reading).below(glob.root(), glob::matches);
    if (files.isEmpty()) {
      reading.add(Code.PC0056, "nothing matches `" + pattern + "`");
    }
    files.forEach(file -> imports.file(file, reading));
  }
}
