package io.policyc.cli.check;

import io.policyc.cli.Io;
import io.policyc.cli.Today;
import io.policyc.cli.UsageException;
import io.policyc.cli.input.ManifestFiles;
import io.policyc.policies.admission.LevelVersion;
import io.policyc.policies.admission.PodSecurityLevel;
import io.policyc.policies.admission.PodSecurityVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// What a check was asked to do.
///
/// @param inputs manifests, at least one
/// @param policies sentences; empty without
/// @param podSecurity what counts where neither labels nor sentences say anything, as given
/// @param kubernetes whose `latest` counts, as given
/// @param namespace where objects belong that name none
/// @param failOn what makes the exit status 1
/// @param summary whether only a table is printed
/// @param fix whether files are changed
/// @param today the date for exemptions, in UTC
/// @param settings as `--set` gives them
record CheckOptions(
    List<String> inputs,
    List<String> policies,
    Optional<LevelVersion> podSecurity,
    Optional<PodSecurityVersion> kubernetes,
    String namespace,
    FailOn failOn,
    boolean summary,
    boolean fix,
    LocalDate today,
    List<String> settings) {
  private static final String DEFAULT_NAMESPACE = "default";

  CheckOptions {
    inputs = List.copyOf(inputs);
    policies = List.copyOf(policies);
    settings = List.copyOf(settings);
  }

  /// The options that were given.
  ///
  /// @throws UsageException when they do not fit together
  static CheckOptions of(ParseResult args, Io io) {
    CheckOptions options =
        new CheckOptions(
            inputs(args),
            filled("--policy", args.matchedOptionValue("--policy", List.<String>of())),
            given(args, "--pod-security").map(CheckOptions::podSecurity),
            given(args, "--kubernetes-version").map(CheckOptions::kubernetes),
            given(args, "--namespace").orElse(DEFAULT_NAMESPACE),
            FailOn.of(given(args, "--fail-on").orElse("error")),
            args.hasMatchedOption("--summary"),
            args.hasMatchedOption("--fix"),
            Today.of(args, io),
            args.matchedOptionValue("--set", List.of()));
    options.refuseContradictions();
    return options;
  }

  private static List<String> inputs(ParseResult args) {
    List<String> given = filled("an argument", args.matchedPositionalValue(0, List.<String>of()));
    return given.isEmpty() ? List.of(".") : given;
  }

  private static List<String> filled(String what, List<String> values) {
    if (values.contains("")) {
      throw new UsageException(
          (what.startsWith("-") ? "`" + what + "`" : what) + " is empty",
          "name a file or folder, or `.` for this one");
    }
    return values;
  }

  private static Optional<String> given(ParseResult args, String option) {
    return Optional.ofNullable(args.matchedOptionValue(option, null));
  }

  private static LevelVersion podSecurity(String text) {
    int colon = text.indexOf(':');
    Optional<PodSecurityLevel> level =
        PodSecurityLevel.parse(colon < 0 ? text : text.substring(0, colon));
    Optional<PodSecurityVersion> version =
        colon < 0
            ? Optional.of(PodSecurityVersion.LATEST)
            : PodSecurityVersion.parse(text.substring(colon + 1));
    if (level.isEmpty() || version.isEmpty()) {
      throw new UsageException(
          "`" + text + "` is no level of Pod Security",
          "write `privileged`, `baseline` or `restricted`, with a version if you like:"
              + " `baseline:v1.29`");
    }
    return new LevelVersion(level.get(), version.get());
  }

  private static PodSecurityVersion kubernetes(String text) {
    return Releases.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "`" + text + "` is no version of Kubernetes", "write it as `1.36`"));
  }

  private void refuseContradictions() {
    boolean stdin = inputs.contains(ManifestFiles.STDIN);
    if (fix && stdin && inputs.size() > 1) {
      throw new UsageException(
          "`--fix` prints what it makes of standard input, and can then change no files",
          "fix `-` and the files in two runs");
    }
    if (stdin && policies.contains(ManifestFiles.STDIN)) {
      throw new UsageException(
          "standard input cannot be manifests and sentences at once",
          "name a file for one of them");
    }
    if (namespace.isBlank()) {
      throw new UsageException("`--namespace` names no namespace", "leave it out for `default`");
    }
  }
}
