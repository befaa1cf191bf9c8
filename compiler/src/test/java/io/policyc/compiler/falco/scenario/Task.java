package io.policyc.compiler.falco.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A process as Falco knows it.
final class Task {
  final long pid;
  long parent;
  String name = "<NA>";
  String exe = "<NA>";
  String exePath = "";
  List<String> args = List.of();
  List<String> env = List.of();
  String cwd = "./";
  long uid = 0xFFFF_FFFFL;
  long loginUid = -1;
  long terminal = 0;

  /// Bits: writable, in the upper layer, from memory only, in the lower layer.
  long exeFlags = 0;

  final Map<Long, OpenFile> files = new LinkedHashMap<>();

  /// A process of which Falco knows nothing.
  Task(long pid) {
    this.pid = pid;
    this.parent = 0;
  }

  /// A process that exists at the start.
  Task(long pid, long parent, String name, String exePath) {
    this.pid = pid;
    this.parent = parent;
    this.name = cut(name);
    this.exePath = exePath;
    this.exe = exePath;
    this.cwd = "/";
    this.uid = 0;
  }

  /// The kernel keeps 15 bytes of a name.
  static String cut(String name) {
    return name.length() > 15 ? name.substring(0, 15) : name;
  }

  boolean known() {
    return !name.equals("<NA>");
  }

  String commandLine() {
    return args.isEmpty() ? name : name + " " + String.join(" ", args);
  }

  /// The user's name, where the machine knows it.
  static String user(long uid) {
    return uid == 0 ? "root" : "<NA>";
  }

  /// A path made absolute, without `.`, `..` and double slashes.
  String absolute(String path) {
    String whole = path.startsWith("/") ? path : cwd + (cwd.endsWith("/") ? "" : "/") + path;
    java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
    for (String part : whole.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
