package io.policyc.cli.input;

import io.policyc.cli.Io;
import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.project.SettingsReader;
import io.policyc.compiler.project.SettingsReader.Given;
import io.policyc.compiler.project.SourceReader;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Suggest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Settings of a run: flags beat the environment, the environment beats `policyc.toml`.
public final class SettingsLoader {
  // Variables that are no settings.
  private static final List<String> OTHERS =
      List.of(
          "POLICYC_COLOR",
          "POLICYC_DEBUG",
          "POLICYC_CACHE",
          "POLICYC_JAVA_OPTS",
          "POLICYC_NO_BUILD",
          "POLICYC_NO_CACHE",
          "POLICYC_TODAY");
  private static final String PREFIX = "POLICYC_";

  private final Io io;
  private final SourceReader reader;
  private final List<Finding> findings = new ArrayList<>();

  /// @param reader what reads the file
  public SettingsLoader(Io io, SourceReader reader) {
    this.io = io;
    this.reader = reader;
  }

  /// What was loaded.
  ///
  /// @param file the settings file, where there is one
  public record Loaded(Settings settings, Optional<Path> file) {
    /// A reader for the project that the file belongs to.
    public DiskReader in(DiskReader reader) {
      return file.map(Path::getParent).map(reader::in).orElse(reader);
    }
  }

  /// Loads the settings for some inputs.
  ///
  /// @param flags as `--set` gives them, `cilium.version=1.19`
  public Checked<Loaded> load(List<String> inputs, List<String> flags) {
    Optional<Path> file = file(inputs);
    List<Given> given = new ArrayList<>(SettingsReader.overrides(io.env()));
    flags.forEach(flag -> given.add(flag(flag)));
    Checked<Settings> settings = SettingsReader.read(file.flatMap(this::source), given);
    unknownVariables();
    findings.addAll(settings.findings());
    return new Checked<>(new Loaded(settings.value(), file), findings);
  }

  private static Given flag(String flag) {
    int equals = flag.indexOf('=');
    String key = equals < 0 ? flag : flag.substring(0, equals);
    return new Given("--set " + key, key.strip(), equals < 0 ? "" : flag.substring(equals + 1));
  }

  private Optional<Path> file(List<String> inputs) {
    Map<Optional<Path>, String> first = new LinkedHashMap<>();
    // What is not there is a mistake of its own, and no settings are looked for above it.
    boolean some = inputs.stream().anyMatch(this::isThere);
    inputs.stream()
        .filter(input -> !some || isThere(input))
        .sorted()
        .forEach(input -> first.putIfAbsent(SettingsFile.above(io.cwd(), input), input));
    if (first.size() > 1) {
      findings.add(different(first));
    }
    return first.keySet().stream().flatMap(Optional::stream).findFirst();
  }

  private boolean isThere(String input) {
    return SettingsFile.start(io.cwd(), input).filter(Files::exists).isPresent();
  }

  // One set of settings holds for a whole compile: whichever was taken, some input would be judged
  // by settings that are not its own.
  private Finding different(Map<Optional<Path>, String> inputs) {
    List<String> parts = new ArrayList<>();
    inputs.forEach((file, input) -> parts.add(settingsOf(file, input)));
    String more = parts.size() > 3 ? ", …" : "";
    return Code.PC0806
        .of(
            "the inputs have different settings: "
                + String.join(", ", parts.subList(0, Math.min(3, parts.size())))
                + more)
        .withHelp("compile them one by one, or put one `policyc.toml` above all of them");
  }

  private String settingsOf(Optional<Path> file, String input) {
    return file.map(path -> "`" + SettingsFile.shown(io.cwd(), path) + "` for `" + input + "`")
        .orElse("none for `" + input + "`");
  }

  private Optional<Source> source(Path file) {
    Checked<Optional<Source>> read =
        SettingsReader.source(SettingsFile.shown(io.cwd(), file), reader);
    findings.addAll(read.findings());
    return read.value();
  }

  private void unknownVariables() {
    List<String> known =
        Stream.concat(SettingsReader.variables().stream(), OTHERS.stream()).toList();
    io.env().keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
        .forEach(
            name -> {
              Finding finding = Code.PC0807.of("the variable `" + name + "` means nothing");
              findings.add(
                  Suggest.nearest(name, known)
                      .map(near -> finding.withHelp("did you mean `" + near + "`?"))
                      .orElse(finding));
            });
  }
}
