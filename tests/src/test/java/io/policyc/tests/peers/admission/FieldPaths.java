package io.policyc.tests.peers.admission;

import io.policyc.manifests.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every field of every type that pods and what makes them have, each on one way that leads there.
final class FieldPaths {
  private static final String METADATA = "metadata: {";

  private final Map<String, Map<String, String>> types = table();
  private final Set<String> seen = new HashSet<>();
  private final List<FieldPath> found = new ArrayList<>();

  private FieldPaths() {}

  /// A field.
  ///
  /// @param open what stands before its value in an object of the kind: `spec: {containers:
  ///   [{image: `
  /// @param close what stands behind it
  /// @param type as the table has it
  record FieldPath(ServerKind kind, String open, String close, String type) {
    FieldPath child(String before, String after, String childType) {
      return new FieldPath(kind, open + before, after + close, childType);
    }

    /// The object with a value in the field.
    String with(String value) {
      boolean within = open.startsWith(METADATA);
      String rest = within ? open.substring(METADATA.length()) : open;
      return "apiVersion: %s\nkind: %s\nmetadata: {name: web%s%s%s%s\n"
          .formatted(kind.apiVersion(), kind.kind(), within ? ", " : "}\n", rest, value, close);
    }
  }

  static List<FieldPath> all() {
    FieldPaths paths = new FieldPaths();
    for (ServerKind kind : ServerKind.values()) {
      paths.follow(kind);
    }
    return paths.found;
  }

  private void follow(ServerKind kind) {
    Deque<FieldPath> waiting = new ArrayDeque<>();
    for (Map.Entry<String, String> field : types.getOrDefault(kind.kind(), Map.of()).entrySet()) {
      if (!Set.of("apiVersion", "kind").contains(field.getKey())) {
        waiting.add(new FieldPath(kind, field.getKey() + ": ", "", field.getValue()));
      }
    }
    while (!waiting.isEmpty()) {
      FieldPath path = waiting.remove();
      // Another namespace than the request's is refused, too.
      if (!path.open().equals("metadata: {namespace: ")) {
        found.add(path);
      }
      inner(path).forEach(waiting::add);
    }
  }

  private List<FieldPath> inner(FieldPath path) {
    String type = path.type();
    if (type.startsWith("[]")) {
      return List.of(path.child("[", "]", type.substring(2)));
    }
    if (type.startsWith("{}")) {
      return List.of(path.child("{a: ", "}", type.substring(2)));
    }
    Map<String, String> fields = types.getOrDefault(type, Map.of());
    return seen.add(type)
        ? fields.entrySet().stream()
            .map(f -> path.child("{" + f.getKey() + ": ", "}", f.getValue()))
            .toList()
        : List.of();
  }

  private static Map<String, Map<String, String>> table() {
    Map<String, Map<String, String>> types = new LinkedHashMap<>();
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : text().lines().filter(one -> !one.startsWith("#")).toList()) {
      if (line.startsWith("  ")) {
        String[] field = line.strip().split(" ", -1);
        fields.put(field[0], field[1]);
      } else {
        fields = new LinkedHashMap<>();
        types.put(line, fields);
      }
    }
    return types;
  }

  private static String text() {
    try (InputStream in = Manifests.class.getResourceAsStream("/kubernetes/1.36/types.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
