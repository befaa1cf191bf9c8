package io.policyc.cli.compile;

import io.policyc.cli.Inputs;
import io.policyc.cli.Io;
import io.policyc.cli.Today;
import io.policyc.cli.UsageException;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Backends;
import io.policyc.findings.Suggest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// What a compile was asked to do.
///
/// @param inputs at least one
/// @param manifests files and folders from which workloads are known
/// @param into the folder that was named
/// @param today the date for `@expires`, in UTC
/// @param backends the targets, at least one unless this version has none
/// @param settings as `--set` gives them
record CompileOptions(
    List<String> inputs,
    List<String> manifests,
    Optional<String> into,
    boolean stdout,
    boolean check,
    boolean verify,
    boolean force,
    Optional<String> sourceMap,
    LocalDate today,
    List<Backend> backends,
    List<String> settings) {
  CompileOptions {
    inputs = List.copyOf(inputs);
    manifests = List.copyOf(manifests);
    backends = List.copyOf(backends);
    settings = List.copyOf(settings);
  }

  /// The options that were given.
  ///
  /// @throws UsageException when they do not fit together
  static CompileOptions of(ParseResult args, Io io) {
    CompileOptions options =
        new CompileOptions(
            Inputs.of(args),
            args.matchedOptionValue("--manifests", List.of()),
            Optional.ofNullable(args.matchedOptionValue("--into", null)),
            args.hasMatchedOption("--stdout"),
            args.hasMatchedOption("--check"),
            args.hasMatchedOption("--verify"),
            args.hasMatchedOption("--force"),
            Optional.ofNullable(args.matchedOptionValue("--source-map", null)),
            Today.of(args, io),
            backends(split(args.matchedOptionValue("--target", List.of()))),
            args.matchedOptionValue("--set", List.of()));
    options.refuseContradictions();
    return options;
  }

  private void refuseContradictions() {
    if (stdout && into.isPresent()) {
      throw new UsageException("`--stdout` and `--into` exclude each other", "give one of them");
    }
    if (stdout && check) {
      throw new UsageException(
          "`--stdout` and `--check` exclude each other", "name the folder to check with `--into`");
    }
    if (manifests.contains("")) {
      throw new UsageException("`--manifests` names no file", "give a file or folder");
    }
    if (inputs.contains("-") && manifests.contains("-")) {
      throw new UsageException(
          "standard input cannot be both sentences and manifests", "name a file for one of them");
    }
    if (into.filter(String::isBlank).isPresent()) {
      throw new UsageException("`--into` names no folder", "give the name of a folder");
    }
  }

  // `--target cilium,falco` is the same as giving it twice.
  private static List<String> split(List<String> targets) {
    return targets.stream().flatMap(target -> Stream.of(target.split(",", -1))).toList();
  }

  private static List<Backend> backends(List<String> targets) {
    List<String> known = Backends.ALL.stream().map(Backend::id).toList();
    for (String target : targets) {
      if (!known.contains(target)) {
        throw new UsageException(
            "unknown target `" + target + "`",
            Suggest.nearest(target, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("choose from `" + String.join("`, `", known) + "`"));
      }
    }
    return Backends.ALL.stream()
        .filter(backend -> targets.isEmpty() || targets.contains(backend.id()))
        .toList();
  }
}
