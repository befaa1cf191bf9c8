package io.policyc.compiler.falco.fields;

import io.policyc.compiler.falco.fields.FalcoField.Argument;
import io.policyc.compiler.falco.fields.FalcoField.Origin;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields of Falco 0.44.1 and its plugins.
public final class FieldTable {
  private FieldTable() {}

  // Read when somebody asks first.
  private static final class Holder {
    private static final Map<String, FalcoField> ALL = read("0.44.1/fields.csv");
    private static final Map<String, FalcoField> UNLISTED = read("0.44.1/unlisted-fields.csv");
  }

  /// The field of a name, without argument; deprecated ones are found, too.
  public static Optional<FalcoField> find(String name) {
    FalcoField listed = Holder.ALL.get(name);
    return Optional.ofNullable(listed == null ? Holder.UNLISTED.get(name) : listed);
  }

  /// The deprecated fields that Falco takes but doesn't list.
  public static Collection<FalcoField> unlisted() {
    return Holder.UNLISTED.values();
  }

  /// Every field that Falco lists, sorted by name.
  public static Collection<FalcoField> all() {
    return Holder.ALL.values();
  }

  private static Map<String, FalcoField> read(String name) {
    Map<String, FalcoField> all = new LinkedHashMap<>();
    List<String> lines = Table.lines(name);
    for (String line : lines.subList(1, lines.size())) {
      FalcoField field = field(Table.columns(line, 9));
      all.put(field.name(), field);
    }
    return Collections.unmodifiableMap(all);
  }

  private static FalcoField field(String[] column) {
    String flags = column[4];
    return new FalcoField(
        column[0],
        FieldType.valueOf(column[1]),
        column[2].equals("yes"),
        argument(column[3]),
        !flags.contains("EPF_NO_RHS"),
        !flags.contains("EPF_NO_TRANSFORMER"),
        !flags.contains("FILTER_ONLY"),
        origin(column[6]),
        column[7].equals("yes"));
  }

  private static Argument argument(String text) {
    return switch (text) {
      case "" -> Argument.NONE;
      case "optional" -> Argument.OPTIONAL;
      case "required" -> Argument.REQUIRED;
      case "required:key" -> Argument.KEY;
      case "required:key|index" -> Argument.KEY_OR_INDEX;
      default -> throw new IllegalStateException("an argument `" + text + "`");
    };
  }

  private static Origin origin(String text) {
    return switch (text) {
      case "libsinsp" -> Origin.LIBSINSP;
      case "plugin:container" -> Origin.CONTAINER;
      case "plugin:k8smeta" -> Origin.K8SMETA;
      default -> throw new IllegalStateException("a origin `" + text + "`");
    };
  }
}
