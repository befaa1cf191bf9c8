package io.policyc.compiler.falco.fields;

/// A field of conditions and outputs.
///
/// @param list whether it holds several values
/// @param rightHandSide whether `val()` may take it, and whether it may be compared with `val()`
/// @param transformable whether transformers take it
/// @param printable whether an output may show it
/// @param deprecated whether Falco will drop it, or never fills it
public record FalcoField(
    String name,
    FieldType type,
    boolean list,
    Argument argument,
    boolean rightHandSide,
    boolean transformable,
    boolean printable,
    Origin origin,
    boolean deprecated) {
  /// What may stand in a field's brackets.
  public enum Argument {
    /// Nothing.
    NONE,
    /// A number or nothing.
    OPTIONAL,
    /// What the field itself says.
    REQUIRED,
    /// Any key.
    KEY,
    /// A key or a number.
    KEY_OR_INDEX
  }

  /// Who fills a field.
  public enum Origin {
    /// Falco itself.
    LIBSINSP,
    /// The plugin `container`.
    CONTAINER,
    /// The plugin `k8smeta`.
    K8SMETA
  }
}
