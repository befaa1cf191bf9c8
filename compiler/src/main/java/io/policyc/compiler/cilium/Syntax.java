package io.policyc.compiler.cilium;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The small languages of names in Kubernetes and Cilium.
///
/// Sources: k8s.io/apimachinery v0.36 `util/validation`; Cilium v1.20.2 `pkg/labels/validation.go`,
/// `pkg/iana/svcname.go`, the CRD.
final class Syntax {
  private Syntax() {}

  /// A DNS-1123 label: `[a-z0-9-]`, 1 to 63, no `-` at an end.
  static boolean isLabel(String text) {
    return text.length() <= 63 && isLowerDns(text, 0, text.length());
  }

  /// A DNS-1123 subdomain: labels of any length joined by dots, up to 253 in all.
  static boolean isSubdomain(String text) {
    if (text.length() > 253) {
      return false;
    }
    int start = 0;
    for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
      if (!isLowerDns(text, start, dot)) {
        return false;
      }
      start = dot + 1;
    }
    return isLowerDns(text, start, text.length());
  }

  private static boolean isLowerDns(String text, int start, int end) {
    if (start >= end || text.charAt(start) == '-' || text.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!(c >= 'a' && c <= 'z') && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /// A label's key: a name of up to 63, with a subdomain and `/` in front or not.
  static boolean isLabelKey(String key) {
    int slash = key.indexOf('/');
    if (slash < 0) {
      return isName(key, 0);
    }
    return isSubdomain(key.substring(0, slash)) && isName(key, slash + 1);
  }

  /// An annotation's key; upper case is let through in its prefix.
  static boolean isAnnotationKey(String key) {
    return isLabelKey(key.toLowerCase(Locale.ROOT));
  }

  /// A label's key with a source such as `k8s:` in front or not.
  static boolean isCiliumKey(String key) {
    int colon = key.indexOf(':');
    if (colon < 0) {
      return isLabelKey(key);
    }
    String source = key.substring(0, colon);
    return !source.isEmpty()
        && source.chars().allMatch(c -> isAlphanumeric((char) c))
        && key.indexOf(':', colon + 1) < 0
        && isLabelKey(key.substring(colon + 1));
  }

  /// A label's key as Cilium up to 1.19 judged it: with its source and a dot in front, so that `-a`
  /// was fine and a name of 60 characters too long.
  static boolean isOldCiliumKey(String key) {
    int colon = key.indexOf(':');
    int end = key.indexOf('=', colon + 1);
    String name = key.substring(colon + 1, end < 0 ? key.length() : end);
    if (key.startsWith("$")) {
      return isLabelKey("reserved." + key.substring(1, end < 0 ? key.length() : end));
    }
    if (colon < 0 && key.startsWith("reserved.")) {
      return isLabelKey(name);
    }
    return isLabelKey((colon <= 0 ? "any" : key.substring(0, colon)) + "." + name);
  }

  /// A label's value: up to 63, a name or nothing.
  static boolean isLabelValue(String value) {
    return value.isEmpty() || isName(value, 0);
  }

  private static boolean isName(String text, int start) {
    int end = text.length();
    if (start >= end
        || end - start > 63
        || !isAlphanumeric(text.charAt(start))
        || !isAlphanumeric(text.charAt(end - 1))) {
      return false;
    }
    for (int i = start + 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  /// A port's name (RFC 6335): up to 15 of `[A-Za-z0-9-]` with a letter, no `-` at an end or beside
  /// another.
  static boolean isPortName(String text) {
    int end = text.length();
    if (end == 0 || end > 15 || text.charAt(0) == '-' || text.charAt(end - 1) == '-') {
      return false;
    }
    boolean letter = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && !(c == '-' && text.charAt(i - 1) != '-')) {
        return false;
      }
      letter |= isAlphanumeric(c) && !isDigit(c);
    }
    return letter;
  }

  /// A port's number as Go's `ParseUint(text, 0, 16)` reads it: `080` is refused, `017` is 15 and
  /// `8_080` is 8080.
  static OptionalInt portNumber(String text) {
    int length = text.length();
    boolean octal = length > 1 && text.charAt(0) == '0';
    int number = 0;
    boolean digit = octal;
    for (int i = octal ? 1 : 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == '_' && digit) {
        digit = false;
        continue;
      }
      number = number * (octal ? 8 : 10) + (c - '0');
      if (c < '0' || c > (octal ? '7' : '9') || number > 0xffff) {
        return OptionalInt.empty();
      }
      digit = true;
    }
    return digit ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /// A name of a host: labels of these characters and single dots between or last.
  ///
  /// @param wildcard whether `*` is such a character
  static boolean isHostName(String text, boolean wildcard) {
    boolean dot = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' ? dot : !isHostCharacter(c, wildcard)) {
        return false;
      }
      dot = c == '.';
    }
    return !text.isEmpty();
  }

  /// Whether a character may stand in the label of a host's name.
  static boolean isHostCharacter(char c, boolean wildcard) {
    return isAlphanumeric(c) || c == '-' || c == '_' || (wildcard && c == '*');
  }

  /// Why a text is no value of `log`; empty when it is one.
  static Optional<String> logProblem(String text) {
    if (text.codePointCount(0, text.length()) > 32) {
      return Optional.of("is longer than 32 characters");
    }
    return text.codePoints().allMatch(Syntax::isPrintable)
        ? Optional.empty()
        : Optional.of("has a character that can't be printed");
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /// How many bytes a text has in UTF-8.
  static int utf8Length(String text) {
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return length;
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
