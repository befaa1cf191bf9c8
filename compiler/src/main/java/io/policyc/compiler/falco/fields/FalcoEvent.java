package io.policyc.compiler.falco.fields;

import java.util.List;

/// A type of event.
///
/// @param category who causes it
/// @param available whether this machine's kind of Falco delivers it
/// @param parameters in the order of the event
public record FalcoEvent(
    String name, Category category, boolean available, List<Parameter> parameters) {
  public FalcoEvent {
    parameters = List.copyOf(parameters);
  }

  /// A parameter, `evt.arg.<name>`.
  public record Parameter(String name, FieldType type) {}

  /// Who causes an event.
  public enum Category {
    /// A system call.
    SYSCALL,
    /// A tracepoint of the kernel.
    TRACEPOINT,
    /// Falco itself.
    META,
    /// A plugin.
    PLUGIN
  }
}
