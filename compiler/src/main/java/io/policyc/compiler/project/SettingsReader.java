package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.compiler.project.toml.TomlReader;
import io.policyc.compiler.project.toml.TomlValue;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads settings: a `policyc.toml`, then what overrides it.
public final class SettingsReader {
  private final SettingsDraft draft = new SettingsDraft();
  private final List<Finding> findings = new ArrayList<>();

  private SettingsReader() {}

  /// A setting that was given outside the file.
  ///
  /// @param origin what messages call the place, such as `POLICYC_CILIUM_VERSION`
  /// @param key the full name of the setting, such as `cilium.version`
  /// @param value text as it is, anything else as TOML writes it
  public record Given(String origin, String key, String value) {}

  /// Settings from a file and from what overrides it, the last one winning.
  public static Checked<Settings> read(Optional<Source> file, List<Given> overrides) {
    SettingsReader reader = new SettingsReader();
    file.ifPresent(reader::file);
    overrides.forEach(reader::override);
    return new Checked<>(reader.draft.settings(), reader.findings);
  }

  /// The text of a settings file; what cannot be read is a finding.
  public static Checked<Optional<Source>> source(String name, SourceReader reader) {
    Found found = reader.look(name, Texts.MAX_FILE, Folders.MAX_ENTRIES);
    List<Finding> findings = new ArrayList<>();
    Reading reading = new Reading(Optional.empty(), findings);
    switch (found) {
      case Found.Bytes _, Found.Unreadable _ -> {
        return new Checked<>(
            new Texts(reader, Texts.MAX_FILE).text(name, found, reading).map(Texts.Text::source),
            findings);
      }
      case Found.Folder _, Found.Crowded _ -> unread(reading, name, "it is a folder");
      case Found.Special _ -> unread(reading, name, "it is neither a file nor a folder");
      case Found.Missing _ -> unread(reading, name, "it is a link that leads nowhere");
      case Found.TooLarge _ -> unread(reading, name, "it is larger than 4 MiB");
    }
    return new Checked<>(Optional.empty(), findings);
  }

  private static void unread(Reading reading, String name, String reason) {
    reading.add(
        Code.PC0051,
        "`" + name + "` cannot be read: " + reason,
        "put a file with settings in its place, or take it away");
  }

  /// The variable of the environment that overrides each setting, with the setting's full name.
  public static List<Given> overrides(java.util.Map<String, String> environment) {
    return SettingKeys.ALL.stream()
        .filter(key -> !environment.getOrDefault(key.variable(), "").isEmpty())
        .map(
            key ->
                new Given(
                    key.variable(), key.fullName(), environment.getOrDefault(key.variable(), "")))
        .toList();
  }

  /// The variables that [#overrides] knows.
  public static List<String> variables() {
    return SettingKeys.ALL.stream().map(SettingKey::variable).toList();
  }

  private void file(Source source) {
    Checked<TomlValue.Table> toml = TomlReader.read(source);
    findings.addAll(toml.findings());
    toml.value().members().forEach(this::section);
  }

  private void section(String name, TomlValue.Member member) {
    if (!SettingKeys.sections().contains(name)) {
      unknown(
          member.key(), "`" + name + "` is not a table of settings", name, SettingKeys.sections());
    } else if (member.value() instanceof TomlValue.Table table) {
      table.members().forEach((key, value) -> key(name, key, value));
    } else {
      findings.add(new SettingValues(name, findings).wrongType(member.value(), "a table"));
    }
  }

  private void key(String section, String name, TomlValue.Member member) {
    SettingKeys.named(section + "." + name)
        .ifPresentOrElse(
            key -> set(key, member.value()),
            () ->
                unknown(
                    member.key(),
                    "`" + name + "` is not a setting of `[" + section + "]`",
                    name,
                    SettingKeys.names(section)));
  }

  private void set(SettingKey key, TomlValue value) {
    key.setter().set(draft, value, new SettingValues(key.fullName(), findings));
  }

  private void override(Given given) {
    Source source = new Source(given.origin(), given.value());
    Span whole = new Span(source, 0, given.value().length());
    SettingKeys.named(given.key())
        .ifPresentOrElse(
            key -> override(key, source, whole),
            () ->
                unknown(
                    whole,
                    "`" + given.key() + "` is not a setting",
                    given.key(),
                    SettingKeys.ALL.stream().map(SettingKey::fullName).toList()));
  }

  private void override(SettingKey key, Source source, Span whole) {
    if (key.text()) {
      set(key, new TomlValue.Text(source.text(), whole));
      return;
    }
    Checked<TomlValue> value = TomlReader.readValue(source);
    findings.addAll(value.findings());
    if (!value.hasErrors()) {
      set(key, value.value());
    }
  }

  private void unknown(Span at, String message, String name, Collection<String> known) {
    String help =
        Suggest.nearest(name, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("choose from `" + String.join("`, `", known) + "`");
    findings.add(Code.PC0802.at(at, message).withHelp(help));
  }
}
