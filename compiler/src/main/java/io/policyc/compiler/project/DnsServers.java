package io.policyc.compiler.project;

import io.policyc.compiler.Settings.DnsServer;
import io.policyc.compiler.project.toml.TomlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads `cilium.dns`: where pods ask for names.
record DnsServers(SettingValues read) {
  private static final int MAX_SERVERS = 16;
  private static final int MAX_LABELS = 16;
  private static final int DEFAULT_PORT = 53;
  private static final List<String> KEYS = List.of("namespace", "labels", "entity", "port");
  private static final List<String> ENTITIES =
      List.of("host", "remote-node", "world", "cluster", "kube-apiserver");

  Optional<List<DnsServer>> list(TomlValue value) {
    return read.items(value, MAX_SERVERS)
        .filter(
            items ->
                !items.isEmpty()
                    || read.wrongValue(
                        value.span(), "[]", "name at least one place where pods ask for names"))
        .flatMap(items -> SettingValues.each(items, this::server));
  }

  private Optional<DnsServer> server(TomlValue value) {
    if (!(value instanceof TomlValue.Table table)) {
      read.findings().add(read.wrongType(value, "a list of tables"));
      return Optional.empty();
    }
    if (!read.knowsKeys(table, KEYS)) {
      return Optional.empty();
    }
    Optional<Integer> port = port(table);
    return table.members().containsKey("entity") ? entity(table, port) : pods(table, port);
  }

  private Optional<Integer> port(TomlValue.Table table) {
    TomlValue.Member port = table.members().get("port");
    return port == null ? Optional.of(DEFAULT_PORT) : read.port(port.value());
  }

  private Optional<DnsServer> entity(TomlValue.Table table, Optional<Integer> port) {
    if (table.members().containsKey("namespace") || table.members().containsKey("labels")) {
      read.wrongValue(
          table.span(), "entity with pods", "name either an `entity`, or `namespace` and `labels`");
      return Optional.empty();
    }
    return value(table, "entity")
        .flatMap(entity -> read.choice(entity, ENTITIES, Function.identity()))
        .flatMap(entity -> port.map(p -> new DnsServer.Entity(entity, p)));
  }

  private Optional<DnsServer> pods(TomlValue.Table table, Optional<Integer> port) {
    Optional<TomlValue> namespace = value(table, "namespace");
    Optional<TomlValue> labels = value(table, "labels");
    if (namespace.isEmpty() || labels.isEmpty()) {
      read.wrongValue(
          table.span(), "{ … }", "name `namespace` and `labels` of the pods, or an `entity`");
      return Optional.empty();
    }
    return namespace
        .flatMap(read::domain)
        .flatMap(
            name ->
                labels
                    .flatMap(this::labels)
                    .flatMap(pods -> port.map(p -> new DnsServer.Pods(name, pods, p))));
  }

  private Optional<SortedMap<String, String>> labels(TomlValue value) {
    if (!(value instanceof TomlValue.Table(var members, var at))) {
      read.findings().add(read.wrongType(value, "a table of labels"));
      return Optional.empty();
    }
    if (members.isEmpty() || members.size() > MAX_LABELS) {
      read.wrongValue(at, members.size() + " labels", "give 1 to " + MAX_LABELS + " labels");
      return Optional.empty();
    }
    SortedMap<String, String> labels = new TreeMap<>();
    for (Map.Entry<String, TomlValue.Member> label : members.entrySet()) {
      read.text(label.getValue().value()).ifPresent(text -> labels.put(label.getKey(), text));
    }
    return labels.size() == members.size() ? Optional.of(labels) : Optional.empty();
  }

  private static Optional<TomlValue> value(TomlValue.Table table, String name) {
    return Optional.ofNullable(table.members().get(name)).map(TomlValue.Member::value);
  }
}
