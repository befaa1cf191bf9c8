package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.fields.EventTable;
import io.policyc.compiler.falco.fields.FalcoEvent;
import io.policyc.compiler.falco.fields.FieldType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of events by name.
final class Parameters {
  // The names of which events differ in kind, with the type in the first event by Falco's own
  // numbers (libs, driver/ppm_events_public.h): that one counts in conditions.
  private static final Map<String, FieldType> FIRST =
      Map.ofEntries(
          Map.entry("addr", FieldType.SOCKADDR),
          Map.entry("data", FieldType.BYTEBUF),
          Map.entry("dev", FieldType.UINT32),
          Map.entry("egid", FieldType.GID),
          Map.entry("event_data", FieldType.UINT64),
          Map.entry("gid", FieldType.UINT32),
          Map.entry("id", FieldType.UINT32),
          Map.entry("key", FieldType.INT32),
          Map.entry("rgid", FieldType.GID),
          Map.entry("sig", FieldType.SIGTYPE),
          Map.entry("source", FieldType.UINT64),
          Map.entry("type", FieldType.UINT32),
          Map.entry("uid", FieldType.UINT32),
          Map.entry("val", FieldType.DYNAMIC));

  private Parameters() {}

  // Made when somebody asks first.
  private static final class Holder {
    private static final Map<String, Set<FieldType>> ALL = read();
  }

  /// The type of a parameter in conditions.
  static Optional<FieldType> type(String name) {
    Set<FieldType> types = types(name);
    FieldType first = FIRST.get(name);
    return first == null ? types.stream().findFirst() : Optional.of(first);
  }

  /// The types that a parameter has in events.
  static Set<FieldType> types(String name) {
    return Holder.ALL.getOrDefault(name, Set.of());
  }

  static Set<String> names() {
    return Holder.ALL.keySet();
  }

  private static Map<String, Set<FieldType>> read() {
    Map<String, Set<FieldType>> all = new LinkedHashMap<>();
    for (FalcoEvent event : EventTable.all()) {
      for (FalcoEvent.Parameter parameter : event.parameters()) {
        all.computeIfAbsent(parameter.name(), n -> EnumSet.noneOf(FieldType.class))
            .add(parameter.type());
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
