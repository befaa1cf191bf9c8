package io.policyc.compiler.regex;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A place in an expression, and the first thing found wrong with it.
final class Cursor {
  private final String text;
  private int at;
  private Re2.@Nullable Refused refused;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character here; NUL stands for the end, where [#atEnd] is asked first.
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  boolean sees(String expected) {
    return text.startsWith(expected, at);
  }

  /// Steps over the text if it stands here.
  boolean skip(String expected) {
    if (!sees(expected)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  char next() {
    return text.charAt(at++);
  }

  void moveTo(int offset) {
    at = offset;
  }

  int remaining() {
    return text.length() - at;
  }

  int indexOf(String wanted, int from) {
    return text.indexOf(wanted, from);
  }

  String upTo(int end) {
    return text.substring(at, end);
  }

  String from(int start) {
    return text.substring(start, Math.min(at, text.length()));
  }

  /// Remembers what is wrong, unless something was already.
  void refuse(int offset, String reason) {
    refuse(Re2.Kind.SYNTAX, offset, reason);
  }

  void refuse(Re2.Kind kind, int offset, String reason) {
    if (refused == null) {
      refused = new Re2.Refused(kind, offset, reason);
    }
  }

  boolean failed() {
    return refused != null;
  }

  /// The first thing found wrong; asked only after [#failed].
  Re2.Refused refused() {
    return Objects.requireNonNull(refused);
  }
}
