package io.policyc.compiler.falco.fields;

import io.policyc.compiler.falco.fields.FalcoEvent.Category;
import io.policyc.compiler.falco.fields.FalcoEvent.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The event types of Falco 0.44.1.
public final class EventTable {
  private EventTable() {}

  // Read when somebody asks first.
  private static final class Holder {
    private static final Map<String, FalcoEvent> ALL = read();
  }

  /// The event type of a name.
  public static Optional<FalcoEvent> find(String name) {
    return Optional.ofNullable(Holder.ALL.get(name));
  }

  /// Every event type, sorted by name.
  public static Collection<FalcoEvent> all() {
    return Holder.ALL.values();
  }

  private static Map<String, FalcoEvent> read() {
    Map<String, FalcoEvent> all = new LinkedHashMap<>();
    List<String> lines = Table.lines("0.44.1/events.csv");
    for (String line : lines.subList(1, lines.size())) {
      String[] column = Table.columns(line, 5);
      boolean available = column[2].equals("yes");
      List<Parameter> parameters = parameters(column[4]);
      all.put(column[0], new FalcoEvent(column[0], category(column[1]), available, parameters));
    }
    return Collections.unmodifiableMap(all);
  }

  private static Category category(String text) {
    return switch (text) {
      case "Syscall events" -> Category.SYSCALL;
      case "Tracepoint events" -> Category.TRACEPOINT;
      case "Metaevents" -> Category.META;
      case "Plugin events" -> Category.PLUGIN;
      default -> throw new IllegalStateException("a category `" + text + "`");
    };
  }

  private static List<Parameter> parameters(String text) {
    List<Parameter> parameters = new ArrayList<>();
    for (String parameter : text.split(" ", -1)) {
      int colon = parameter.indexOf(':');
      if (colon > 0) {
        FieldType type = FieldType.valueOf(parameter.substring(colon + 1));
        parameters.add(new Parameter(parameter.substring(0, colon), type));
      }
    }
    return parameters;
  }
}
