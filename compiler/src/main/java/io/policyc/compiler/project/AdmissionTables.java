package io.policyc.compiler.project;

import io.policyc.compiler.CheckIds;
import io.policyc.compiler.Code;
import io.policyc.compiler.PodSecurityVersions;
import io.policyc.compiler.Settings;
import io.policyc.compiler.Settings.Mode;
import io.policyc.compiler.project.toml.TomlValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads what `[admission]` holds besides words.
record AdmissionTables(SettingValues read) {
  private static final int MAX_ITEMS = 1_000;
  private static final List<String> LEVELS = List.of("privileged", "baseline", "restricted");

  /// `"restricted:latest"`, also without a version.
  Optional<Settings.PodSecurity> podSecurity(TomlValue value) {
    return read.text(value).flatMap(text -> podSecurity(text, value));
  }

  private Optional<Settings.PodSecurity> podSecurity(String text, TomlValue value) {
    int colon = text.indexOf(':');
    String version = colon < 0 ? "latest" : text.substring(colon + 1);
    String level = colon < 0 ? text : text.substring(0, colon);
    return read.choice(level, value.span(), LEVELS, Function.identity())
        .filter(
            _ ->
                PodSecurityVersions.isVersion(version)
                    || read.wrongValue(
                        value.span(),
                        text,
                        "write `" + level + ":v1.34`, or `" + level + ":latest`"))
        .map(known -> new Settings.PodSecurity(known, version));
  }

  /// A list of namespaces, runtime classes or users.
  Optional<List<String>> names(TomlValue value, Function<TomlValue, Optional<String>> name) {
    return read.items(value, MAX_ITEMS)
        .flatMap(items -> SettingValues.each(items, name))
        .map(names -> names.stream().sorted().distinct().toList());
  }

  /// `[{ check = "hostPorts", mode = "warn" }]`
  Optional<SortedMap<String, Mode>> checks(TomlValue value) {
    return modes(value, "check", this::check);
  }

  /// `[{ namespace = "legacy", mode = "audit" }]`
  Optional<SortedMap<String, Mode>> namespaces(TomlValue value) {
    return modes(value, "namespace", read::label);
  }

  private Optional<String> check(TomlValue value) {
    Optional<String> id = read.text(value);
    id.filter(known -> !CheckIds.isKnown(known))
        .ifPresent(
            unknown ->
                read.findings()
                    .add(
                        Code.PC0804
                            .at(value.span(), "there is no check `" + unknown + "`")
                            .withHelp(CheckIds.help(unknown))));
    return id.filter(CheckIds::isKnown);
  }

  private Optional<SortedMap<String, Mode>> modes(
      TomlValue value, String key, Function<TomlValue, Optional<String>> name) {
    Optional<List<TomlValue>> items = read.items(value, MAX_ITEMS);
    SortedMap<String, Mode> modes = new TreeMap<>();
    items.orElse(List.of()).forEach(item -> mode(item, key, name, modes));
    return items.filter(all -> all.size() == modes.size()).map(_ -> modes);
  }

  private void mode(
      TomlValue item,
      String key,
      Function<TomlValue, Optional<String>> name,
      SortedMap<String, Mode> modes) {
    read.table(item, List.of(key, "mode"))
        .ifPresent(
            table -> {
              Optional<String> named = name.apply(SettingValues.member(table, key));
              Optional<Mode> mode =
                  read.choice(
                      SettingValues.member(table, "mode"),
                      List.of(Mode.values()),
                      SettingValues::word);
              if (named.isPresent() && mode.isPresent()) {
                put(item, named.get(), mode.get(), modes);
              }
            });
  }

  private void put(TomlValue item, String name, Mode mode, SortedMap<String, Mode> modes) {
    if (modes.putIfAbsent(name, mode) != null) {
      read.wrongValue(item.span(), name, "give it one mode: it stands here twice");
    }
  }
}
