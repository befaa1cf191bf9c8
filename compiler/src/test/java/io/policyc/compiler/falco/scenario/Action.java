package io.policyc.compiler.falco.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a process did: a system call that returned.
///
/// @param type `execve`, `openat`, `connect` …
/// @param details as the recording's README names them: `ret`, `path`, `dst` …
public record Action(String type, long pid, Map<String, Object> details) {
  public Action {
    details = Map.copyOf(details);
  }

  /// An action without details.
  public static Action of(String type, long pid) {
    return new Action(type, pid, Map.of());
  }

  /// The action with a detail.
  public Action with(String name, Object value) {
    Map<String, Object> changed = new TreeMap<>(details);
    changed.put(name, value);
    return new Action(type, pid, changed);
  }

  boolean has(String name) {
    return details.containsKey(name);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(details.get(name)).map(Object::toString);
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  long number(String name, long otherwise) {
    return details.get(name) instanceof Number number ? number.longValue() : otherwise;
  }

  List<String> texts(String name) {
    return details.get(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  /// What the call returned: 0 where nothing is said.
  long ret() {
    return number("ret", 0);
  }
}
