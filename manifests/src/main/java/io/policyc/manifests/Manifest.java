package io.policyc.manifests;

import java.util.Optional;

/// One Kubernetes object of an input, an item of a `List` too.
///
/// Its fields are those that were written: an API server's defaults are no part of it.
public record Manifest(Value.Mapping value) {
  /// The object as a place, from which its fields are read.
  public Place root() {
    return Place.of(value);
  }

  /// `apps/v1`
  public String apiVersion() {
    return text("apiVersion").orElse("");
  }

  /// `apps`; empty for the core group.
  public String group() {
    int slash = apiVersion().indexOf('/');
    return slash < 0 ? "" : apiVersion().substring(0, slash);
  }

  /// `Deployment`
  public String kind() {
    return text("kind").orElse("");
  }

  /// `metadata.name`, or what the server makes one from, with a `*` behind it.
  public Optional<String> name() {
    return text("metadata", "name")
        .filter(name -> !name.isEmpty())
        .or(() -> text("metadata", "generateName").map(prefix -> prefix + "*"));
  }

  /// `metadata.namespace`, where one is written.
  public Optional<String> namespace() {
    return text("metadata", "namespace").filter(name -> !name.isEmpty());
  }

  /// `Deployment/web`, as messages name the object.
  public String label() {
    return kind() + name().map(name -> "/" + name).orElse("");
  }

  private Optional<String> text(String... steps) {
    return root().at((Object[]) steps).text().value();
  }
}
