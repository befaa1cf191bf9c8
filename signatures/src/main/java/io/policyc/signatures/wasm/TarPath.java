package io.policyc.signatures.wasm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Paths as container runtimes see them.
final class TarPath {
  private TarPath() {}

  /// A path from the root without `.`, `..` and empty parts; `..` does not leave the root.
  static String plain(String path) {
    Deque<String> kept = new ArrayDeque<>();
    for (String part : parts(path)) {
      if (part.equals("..")) {
        kept.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        kept.addLast(part);
      }
    }
    return String.join("/", kept);
  }

  /// All parts, empty ones too.
  static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  /// The last part of a plain path.
  static String base(String plain) {
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /// The folder of a plain path; empty for the root.
  static String folder(String plain) {
    return plain.substring(0, Math.max(0, plain.lastIndexOf('/')));
  }
}
