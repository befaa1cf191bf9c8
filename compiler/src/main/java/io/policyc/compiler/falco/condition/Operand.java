package io.policyc.compiler.falco.condition;

import java.util.List;
import java.util.Optional;

/// What a comparison takes a value from.
public sealed interface Operand {
  /// Where it begins, as in [Condition#at].
  int at();

  /// `k8s.pod.label[app]`
  ///
  /// @param name with dots, without the argument
  /// @param argument without brackets and quotes
  record Field(String name, Optional<String> argument, int at) implements Operand {
    /// A field without an argument.
    public static Field of(String name) {
      return new Field(name, Optional.empty(), 0);
    }

    /// A field with an argument.
    public static Field of(String name, String argument) {
      return new Field(name, Optional.of(argument), 0);
    }
  }

  /// `tolower(proc.name)`
  ///
  /// @param arguments at least one
  record Transformed(Transformer transformer, List<Operand> arguments, int at) implements Operand {
    public Transformed {
      arguments = List.copyOf(arguments);
    }
  }

  /// A constant among a transformer's arguments: `concat(proc.name, "-", proc.pname)`.
  ///
  /// @param quoted whether it stands in quotes; what doesn't is a number
  record Constant(String text, boolean quoted, int at) implements Operand {}

  /// `(a.b, "c")` among a transformer's arguments: `join(",", (proc.name, proc.pname))`.
  record Listed(List<Operand> items, int at) implements Operand {
    public Listed {
      items = List.copyOf(items);
    }
  }
}
