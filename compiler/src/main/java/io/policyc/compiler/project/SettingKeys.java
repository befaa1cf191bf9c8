package io.policyc.compiler.project;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import java.util.List;
import java.util.Optional;

/// Every key that `policyc.toml` may hold.
final class SettingKeys {
  static final List<SettingKey> ALL =
      List.of(
          text(
              "cilium",
              "version",
              (draft, value, read) ->
                  read.choice(value, List.of(CiliumVersion.values()), CiliumVersion::text)
                      .ifPresent(version -> draft.ciliumVersion = version)),
          text(
              "cilium",
              "http-rules",
              (draft, value, read) ->
                  read.choice(value, List.of(Settings.HttpRules.values()), SettingValues::word)
                      .ifPresent(rules -> draft.httpRules = rules)),
          list(
              "cilium",
              "dns",
              (draft, value, read) ->
                  new DnsServers(read).list(value).ifPresent(servers -> draft.dns = servers)),
          text(
              "cilium",
              "domain",
              (draft, value, read) ->
                  read.domain(value).ifPresent(domain -> draft.domain = domain)),
          list(
              "cilium",
              "search",
              (draft, value, read) ->
                  read.domains(value).ifPresent(domains -> draft.search = domains)),
          text(
              "falco",
              "version",
              (draft, value, read) ->
                  read.version(value).ifPresent(version -> draft.falcoVersion = version)),
          text(
              "falco",
              "wrap",
              (draft, value, read) ->
                  read.choice(value, List.of(Settings.Falco.Wrap.values()), SettingValues::word)
                      .ifPresent(wrap -> draft.wrap = wrap)),
          text(
              "falco",
              "namespace",
              (draft, value, read) ->
                  read.label(value).ifPresent(name -> draft.falcoNamespace = name)),
          text(
              "kubernetes",
              "version",
              (draft, value, read) ->
                  read.version(value).ifPresent(version -> draft.kubernetesVersion = version)),
          list(
              "kubernetes",
              "api-port",
              (draft, value, read) -> read.port(value).ifPresent(port -> draft.apiPort = port)),
          list(
              "kubernetes",
              "templates",
              (draft, value, read) ->
                  new TemplatePaths(read).list(value).ifPresent(paths -> draft.templates = paths)),
          text(
              "admission",
              "mode",
              (draft, value, read) ->
                  read.choice(value, List.of(Settings.Mode.values()), SettingValues::word)
                      .ifPresent(mode -> draft.admission = mode)),
          text(
              "admission",
              "pod-security",
              (draft, value, read) ->
                  new AdmissionTables(read)
                      .podSecurity(value)
                      .ifPresent(profile -> draft.podSecurity = profile)),
          list(
              "admission",
              "exempt-namespaces",
              (draft, value, read) ->
                  new AdmissionTables(read)
                      .names(value, read::label)
                      .ifPresent(names -> draft.exemptNamespaces = names)),
          list(
              "admission",
              "exempt-runtime-classes",
              (draft, value, read) ->
                  new AdmissionTables(read)
                      .names(value, read::domain)
                      .ifPresent(names -> draft.exemptRuntimeClasses = names)),
          list(
              "admission",
              "exempt-users",
              (draft, value, read) ->
                  new AdmissionTables(read)
                      .names(value, read::name)
                      .ifPresent(names -> draft.exemptUsers = names)),
          list(
              "admission",
              "checks",
              (draft, value, read) ->
                  new AdmissionTables(read).checks(value).ifPresent(modes -> draft.checks = modes)),
          list(
              "admission",
              "namespaces",
              (draft, value, read) ->
                  new AdmissionTables(read)
                      .namespaces(value)
                      .ifPresent(modes -> draft.namespaces = modes)),
          text(
              "webhook",
              "mode",
              (draft, value, read) ->
                  read.choice(value, List.of(Settings.Mode.values()), SettingValues::word)
                      .ifPresent(mode -> draft.mode = mode)),
          text(
              "webhook",
              "tags",
              (draft, value, read) ->
                  read.choice(value, List.of(Settings.Webhook.Tags.values()), SettingValues::word)
                      .ifPresent(tags -> draft.tags = tags)),
          text(
              "output",
              "directory",
              (draft, value, read) ->
                  read.name(value).ifPresent(name -> draft.directory = Optional.of(name))));

  private SettingKeys() {}

  static Optional<SettingKey> named(String fullName) {
    return ALL.stream().filter(key -> key.fullName().equals(fullName)).findFirst();
  }

  /// The names of the tables, each once.
  static List<String> sections() {
    return ALL.stream().map(SettingKey::section).distinct().toList();
  }

  /// The keys of a table.
  static List<String> names(String section) {
    return ALL.stream().filter(k -> k.section().equals(section)).map(SettingKey::name).toList();
  }

  private static SettingKey text(String section, String name, SettingKey.Setter setter) {
    return new SettingKey(section, name, true, setter);
  }

  // Lists and numbers are TOML wherever they are given.
  private static SettingKey list(String section, String name, SettingKey.Setter setter) {
    return new SettingKey(section, name, false, setter);
  }
}
