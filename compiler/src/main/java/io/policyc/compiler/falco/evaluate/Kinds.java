package io.policyc.compiler.falco.evaluate;

import java.util.Map;
import java.util.Set;

/// The kinds of fields.
final class Kinds {
  private static final Set<String> TRUTHS =
      Set.of(
          "evt.failed", "fd.connected", "fd.name_changed", "container.privileged", "thread.ismain");
  private static final Map<String, Kind> NUMBERS =
      Map.ofEntries(
          Map.entry("evt.num", Kind.U64),
          Map.entry("evt.rawres", Kind.S64),
          Map.entry("evt.count", Kind.U32),
          Map.entry("fd.num", Kind.S64),
          Map.entry("user.uid", Kind.U32),
          Map.entry("user.loginuid", Kind.S64),
          Map.entry("group.gid", Kind.U32),
          Map.entry("proc.tty", Kind.U32));

  private Kinds() {}

  /// The kind of a field.
  static Kind of(String field) {
    if (TRUTHS.contains(field) || field.contains(".is_") || field.contains(".host_")) {
      return Kind.TRUTH;
    }
    if ((field.startsWith("fd.") && field.endsWith("port")) || field.equals("fd.proto")) {
      return Kind.PORT;
    }
    if (field.startsWith("fd.") && field.endsWith("ip")) {
      return Kind.ADDRESS;
    }
    if (field.startsWith("fd.") && field.endsWith("net")) {
      return Kind.NETWORK;
    }
    if (field.startsWith("proc.") && (field.endsWith("pid") || field.endsWith("sid"))) {
      return Kind.S64;
    }
    return field.startsWith("evt.rawarg") ? Kind.DYNAMIC : NUMBERS.getOrDefault(field, Kind.TEXT);
  }
}
