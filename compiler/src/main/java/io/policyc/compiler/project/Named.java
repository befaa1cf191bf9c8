package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The files that arguments name, each handed on as text.
final class Named {
  private static final String STDIN_ARGUMENT = "-";

  private final SourceReader reader;
  private final Sort sort;
  private final Texts texts;
  private final Reading reading;
  private final Consumer<Texts.Text> taker;

  Named(SourceReader reader, Sort sort, List<Finding> findings, Consumer<Texts.Text> taker) {
    this.reader = reader;
    this.sort = sort;
    this.texts = new Texts(reader, sort.maxFile());
    this.reading = new Reading(Optional.empty(), findings);
    this.taker = taker;
  }

  /// A sort of files.
  ///
  /// @param what as messages call one
  /// @param endings of the names that count in a folder
  /// @param inOrder whether the order of the arguments matters
  /// @param maxFile bytes of one file
  record Sort(String what, List<String> endings, boolean inOrder, int maxFile) {
    static final Sort POLICIES = new Sort("policy", List.of(".policy"), false, Texts.MAX_FILE);
    static final Sort MANIFESTS =
        new Sort("manifest", List.of(".yaml", ".yml", ".json"), false, 32 << 20);
    static final Sort RULES = new Sort("rules", List.of(".yaml", ".yml"), true, 64 << 20);

    Sort {
      endings = List.copyOf(endings);
    }

    boolean fits(String name) {
      return endings.stream().anyMatch(name::endsWith);
    }
  }

  void all(List<String> arguments) {
    Stream<String> distinct = arguments.stream().distinct();
    (sort.inOrder() ? distinct : distinct.sorted()).forEach(this::argument);
  }

  private void argument(String argument) {
    if (argument.equals(STDIN_ARGUMENT)) {
      texts.standardInput(reading).ifPresent(taker);
      return;
    }
    String name = PathName.normal(argument);
    Found found = look(name);
    switch (found) {
      case Found.Folder _, Found.Crowded _ -> folder(name);
      case Found.Missing _ when Glob.isPattern(argument) -> pattern(name);
      case Found.Bytes _, Found.Missing _, Found.Unreadable _, Found.Special _, Found.TooLarge _ ->
          file(name, found);
    }
  }

  private void folder(String name) {
    Folders folders = new Folders(reader, reading, sort.what());
    List<String> files = folders.below(name, sort::fits);
    if (files.isEmpty() && folders.sawAll()) {
      reading.add(
          Code.PC0056,
          "there is no " + sort.what() + " file below `" + name + "`",
          "name files that end in `" + String.join("` or `", sort.endings()) + "`");
    }
    files.forEach(file -> file(file, look(file)));
  }

  private void pattern(String pattern) {
    Glob glob = new Glob(pattern);
    Folders folders = new Folders(reader, reading, sort.what());
    List<String> files = folders.below(glob.root(), glob::matches);
    if (files.isEmpty() && folders.sawAll()) {
      reading.add(
          Code.PC0056,
          "nothing matches `" + pattern + "`",
          "name files that are there; `**` stands for any folders");
    }
    files.forEach(file -> file(file, look(file)));
  }

  private Found look(String name) {
    return reader.look(name, sort.maxFile(), Folders.MAX_ENTRIES);
  }

  private void file(String name, Found found) {
    texts.text(name, found, reading).ifPresent(taker);
  }
}
