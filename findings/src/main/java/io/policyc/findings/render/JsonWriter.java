package io.policyc.findings.render;

import java.util.Optional;

/// Writes JSON, two blanks a level, members in the order in which they are given.
///
/// A writer of our own: loading a JSON library costs more than a whole small compile.
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean empty = true;

  /// Opens an object as a list item or as the whole text.
  public JsonWriter object() {
    separate();
    return open('{');
  }

  /// Opens an object as a member.
  public JsonWriter object(String name) {
    name(name);
    return open('{');
  }

  /// Opens a list as a member.
  public JsonWriter list(String name) {
    name(name);
    return open('[');
  }

  /// Closes the object that was opened last.
  public JsonWriter endObject() {
    return close('}');
  }

  /// Closes the list that was opened last.
  public JsonWriter endList() {
    return close(']');
  }

  /// A member that is text.
  public JsonWriter text(String name, String value) {
    name(name);
    quote(value);
    return this;
  }

  /// A member that is text, left out when there is none.
  public JsonWriter text(String name, Optional<String> value) {
    value.ifPresent(v -> text(name, v));
    return this;
  }

  /// A list item that is text.
  public JsonWriter item(String value) {
    separate();
    quote(value);
    return this;
  }

  /// A member that is a whole number.
  public JsonWriter number(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  /// A member that is `true` or `false`.
  public JsonWriter bool(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /// What was written, with a line end.
  @Override
  public String toString() {
    return out + "\n";
  }

  private void name(String name) {
    separate();
    quote(name);
    out.append(": ");
  }

  private JsonWriter open(char bracket) {
    out.append(bracket);
    depth++;
    empty = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    depth--;
    if (!empty) {
      line();
    }
    out.append(bracket);
    empty = false;
    return this;
  }

  private void separate() {
    if (depth > 0) {
      out.append(empty ? "" : ",");
      line();
    }
    empty = false;
  }

  private void line() {
    out.append('\n').repeat(' ', 2 * depth);
  }

  private void quote(String text) {
    out.append('"');
    for (int at = 0; at < text.length(); at++) {
      character(text, at);
    }
    out.append('"');
  }

  private void character(String text, int at) {
    char c = text.charAt(at);
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (Visible.isHidden(c) && !isPair(text, at)) {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escape(char c) {
    String hex = Integer.toHexString(c);
    out.append("\\u").repeat('0', 4 - hex.length()).append(hex);
  }

  // Half a pair cannot be written as UTF-8; escaped it reaches the reader unchanged.
  private static boolean isPair(String text, int at) {
    char c = text.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
