package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.fields.FalcoField;
import java.util.LinkedHashMap;
import java.util.Map;

/// The plugins that Falco is taken to have loaded, each with its version.
///
/// @param versions by name
public record Plugins(Map<String, String> versions) {
  /// A version that serves whatever is asked for.
  public static final String ANY = "";

  /// None, as in a build without plugins.
  public static final Plugins NONE = new Plugins(Map.of());

  /// What Falco 0.44.1 comes with.
  public static final Plugins BUNDLED = new Plugins(Map.of("container", "0.7.1"));

  public Plugins {
    versions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /// The same plugins and one more.
  public Plugins with(String name, String version) {
    Map<String, String> more = new LinkedHashMap<>(versions);
    more.put(name, version);
    return new Plugins(more);
  }

  /// Whether somebody fills a field.
  boolean provide(FalcoField field) {
    return switch (field.origin()) {
      case LIBSINSP -> true;
      case CONTAINER -> versions.containsKey("container");
      case K8SMETA -> versions.containsKey("k8smeta");
    };
  }
}
