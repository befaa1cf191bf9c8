package io.policyc.compiler.falco.check;

/// What Falco 0.44.1 itself calls what it finds; `LOAD_ERR_` and `LOAD_` left out.
///
/// Source: falco 0.44.1, userspace/engine/falco_load_result.cpp.
public enum FalcoCode {
  /// The text is no YAML.
  YAML_PARSE(true),
  /// A key has a value of the wrong kind, or none.
  YAML_VALIDATE(true),
  /// Items don't fit each other.
  VALIDATE(true),
  /// A condition is wrong.
  COMPILE_CONDITION(true),
  /// An output is wrong.
  COMPILE_OUTPUT(true),
  /// Falco ends without a report.
  FATAL(true),
  /// A condition is odd.
  CONDITION_WARNING(false),
  /// A rule is for a source that no plugin provides.
  UNKNOWN_SOURCE(false),
  /// A field is compared with `<NA>`.
  UNSAFE_NA_CHECK(false),
  /// A rule looks at most events.
  NO_EVTTYPE(false),
  /// A rule is skipped because it has an unknown field or event.
  UNKNOWN_FILTER(false),
  /// Nothing uses a macro.
  UNUSED_MACRO(false),
  /// Nothing uses a list.
  UNUSED_LIST(false),
  /// An item is of no known kind.
  UNKNOWN_ITEM(false),
  /// Something will be dropped.
  DEPRECATED_ITEM(false),
  /// An exception is appended without values.
  APPEND_NO_VALUES(false),
  /// Two exceptions of a rule have one name.
  EXCEPTION_NAME_NOT_UNIQUE(false),
  /// A macro's name can't be used.
  INVALID_MACRO_NAME(false),
  /// A list's name can't be used.
  INVALID_LIST_NAME(false),
  /// An item has a key that means nothing.
  UNKNOWN_KEY(false);

  private final boolean error;

  FalcoCode(boolean error) {
    this.error = error;
  }

  /// Whether Falco refuses the file.
  public boolean isError() {
    return error;
  }

  /// As Falco writes it; empty for an end without a report.
  public String text() {
    return switch (this) {
      case FATAL -> "";
      case CONDITION_WARNING -> "LOAD_COMPILE_CONDITION";
      default -> (error ? "LOAD_ERR_" : "LOAD_") + name();
    };
  }
}
