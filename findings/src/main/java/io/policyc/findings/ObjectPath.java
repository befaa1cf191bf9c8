package io.policyc.findings;

/// Where in an object a finding stands, such as `spec.containers[0].image`.
///
/// @param text dotted field names with `[n]` for list items; empty for the object itself
public record ObjectPath(String text) {
  /// The path of a whole object.
  public static final ObjectPath ROOT = new ObjectPath("");

  /// The path of a field of what this path names.
  public ObjectPath child(String field) {
    return new ObjectPath(text.isEmpty() ? field : text + "." + field);
  }

  /// The path of a list item of what this path names, counted from 0.
  public ObjectPath item(int index) {
    return new ObjectPath(text + "[" + index + "]");
  }

  @Override
  public String toString() {
    return text;
  }
}
