package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a locked app of Spin, as far as a policy asks.
final class SpinAppReader {
  /// How large it may be.
  static final int MAX_BYTES = 4 << 20;

  private static final int MAX_ITEMS = 10_000;

  private SpinAppReader() {}

  /// Reads it.
  ///
  /// @return empty for what is no locked app: a list that is none must not read as an empty one
  static Optional<SpinApp> read(Bytes json) {
    if (json.length() > MAX_BYTES) {
      return Optional.empty();
    }
    return JsonReader.read(json.view()).flatMap(SpinAppReader::app);
  }

  private static Optional<SpinApp> app(Json json) {
    Optional<List<Json>> components = items(json, "components");
    Optional<List<Json>> triggers = items(json, "triggers");
    if (json.get("components").isEmpty() || components.isEmpty() || triggers.isEmpty()) {
      return Optional.empty();
    }
    List<SpinApp.Component> read = new ArrayList<>();
    for (Json item : components.get()) {
      Optional<SpinApp.Component> component = component(item);
      if (component.isEmpty()) {
        return Optional.empty();
      }
      read.add(component.get());
    }
    return Optional.of(
        new SpinApp(read, triggers.get().stream().map(SpinAppReader::trigger).toList()));
  }

  // Missing is an empty list, anything but a list is an error.
  private static Optional<List<Json>> items(Json json, String name) {
    Optional<Json> value = json.get(name);
    return value.isEmpty()
        ? Optional.of(List.of())
        : value.get().asItems().filter(list -> list.size() <= MAX_ITEMS);
  }

  private static Optional<List<String>> texts(Json json, String name) {
    return items(json, name)
        .filter(list -> list.stream().allMatch(item -> item instanceof Json.Str))
        .map(list -> list.stream().flatMap(item -> item.asText().stream()).toList());
  }

  private static Optional<SpinApp.Component> component(Json json) {
    Json metadata = json.get("metadata").orElse(new Json.Null());
    Optional<String> id = json.get("id").flatMap(Json::asText);
    Optional<List<String>> hosts = hosts(metadata);
    Optional<List<String>> keyValue = texts(metadata, "key_value_stores");
    Optional<List<String>> databases =
        texts(metadata, metadata.get("databases").isPresent() ? "databases" : "sqlite_databases");
    if (id.isEmpty() || hosts.isEmpty() || keyValue.isEmpty() || databases.isEmpty()) {
      return Optional.empty();
    }
    List<String> stores = Stream.concat(keyValue.get().stream(), databases.get().stream()).toList();
    return Optional.of(new SpinApp.Component(id.get(), source(json), hosts.get(), stores));
  }

  private static Optional<Digest> source(Json json) {
    return json.get("source")
        .flatMap(source -> source.get("digest"))
        .flatMap(Json::asText)
        .flatMap(Digest::parse);
  }

  private static Optional<List<String>> hosts(Json metadata) {
    Optional<List<String>> hosts = texts(metadata, "allowed_outbound_hosts");
    Optional<List<String>> older = texts(metadata, "allowed_http_hosts");
    return hosts.flatMap(
        list ->
            older.map(
                more ->
                    Stream.concat(list.stream(), more.stream().flatMap(SpinAppReader::asToday))
                        .toList()));
  }

  private static Stream<String> asToday(String host) {
    return host.equals("insecure:allow-all")
        ? Stream.of("http://*:*", "https://*:*")
        : Stream.of("http://" + host, "https://" + host);
  }

  private static SpinApp.Trigger trigger(Json json) {
    return new SpinApp.Trigger(
        json.get("trigger_type").flatMap(Json::asText).orElse(""),
        json.get("trigger_config").flatMap(c -> c.get("component")).flatMap(Json::asText));
  }
}
