package io.policyc.manifests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of the types that pods, and what makes them, are made of.
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
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    for (String table : List.of("/kubernetes/1.36/types.txt", "/spin/v1alpha1.txt")) {
      types.putAll(parse(text(table)));
    }
    return types;
  }

  private static String text(String table) {
    try (InputStream in = PodTypes.class.getResourceAsStream(table)) {
      if (in == null) {
        throw new IllegalStateException("the table of types is missing: " + table);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
