package io.policyc.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The table of the types that pods are made of.
final class PodTypes {
  private static final Map<String, Map<String, String>> TYPES = read();

  private PodTypes() {}

  /// The fields of a type, each with its own type.
  static Map<String, String> fields(String type) {
    Map<String, String> fields = TYPES.get(type);
    if (fields == null) {
      throw new IllegalStateException("the table of types has no " + type);
    }
    return fields;
  }

  /// Every type of the table.
  static Map<String, Map<String, String>> all() {
    return TYPES;
  }

  private static Map<String, Map<String, String>> read() {
    try (InputStream in = PodTypes.class.getResourceAsStream("/kubernetes/1.36/pod.txt")) {
      if (in == null) {
        throw new IllegalStateException("the table of types is missing");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Map<String, String>> parse(String table) {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : table.lines().toList()) {
      if (line.startsWith("  ")) {
        int blank = line.indexOf(' ', 2);
        fields.put(line.substring(2, blank), line.substring(blank + 1));
      } else if (!line.startsWith("#")) {
        fields = new LinkedHashMap<>();
        types.put(line, fields);
      }
    }
    return types;
  }
}
