package io.policyc.compiler.project;

import java.util.ArrayList;
import java.util.List;

/// Names of files as messages and imports write them, with `/`.
public final class PathName {
  private PathName() {}

  /// A name that stands in a file, seen from where policyc was started.
  static String relativeTo(String file, String name) {
    int slash = file.lastIndexOf('/');
    return normal(slash < 0 ? name : file.substring(0, slash + 1) + name);
  }

  /// A name in a folder.
  public static String child(String folder, String name) {
    if (folder.equals(".") || folder.isEmpty()) {
      return name;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /// The name without `.`, without `x/..` and without double slashes.
  public static String normal(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String joined = String.join("/", parts);
    return name.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
