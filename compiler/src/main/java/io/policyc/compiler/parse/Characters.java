package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Refuses characters that a reader cannot see or takes for others.
///
/// A sentence is ASCII. Comments and the texts of `because` and annotations may hold any script,
/// but nothing that changes how the text around it is shown.
final class Characters {
  /// What people get from keyboards and word processors, and what they mean by it.
  private static final Map<Integer, String> ASCII =
      Map.ofEntries(
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0xFF0C, ","),
          Map.entry(0xFF1A, ":"),
          Map.entry(0xFF1B, ";"),
          Map.entry(0xFF0F, "/"),
          Map.entry(0x2044, "/"),
          Map.entry(0x2215, "/"));

  private final Source source;

  Characters(Source source) {
    this.source = source;
  }

  /// What is wrong with the first bad character of a piece of text.
  ///
  /// @param prose whether any script may stand there
  Optional<Finding> check(int start, int end, boolean prose) {
    String text = source.text();
    int at = start;
    while (at < end) {
      int point = text.codePointAt(at);
      if (point < ' ' || point >= 0x7F) {
        Optional<Finding> found = finding(at, point, prose);
        if (found.isPresent()) {
          return found;
        }
      }
      at += Character.charCount(point);
    }
    return Optional.empty();
  }

  private Optional<Finding> finding(int at, int point, boolean prose) {
    if (point == '\t') {
      return Optional.empty();
    }
    if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      return Optional.of(
          at(Code.PC0006, at, point, "half of a surrogate pair")
              .withHelp("save the file as UTF-8"));
    }
    if (isControl(point)) {
      return Optional.of(at(Code.PC0002, at, point, "a control character").withHelp("delete it"));
    }
    if (isBidi(point)) {
      return Optional.of(
          at(Code.PC0003, at, point, "a character that changes the direction of the text")
              .withHelp("delete it: what is shown would not be what is read"));
    }
    return prose ? Optional.empty() : Optional.of(notAscii(at, point));
  }

  private Finding notAscii(int at, int point) {
    if (point >= 0x2190 && point <= 0x21FF) {
      return Code.PC0118
          .at(
              spot(at, point),
              Quote.codePoint(point) + name(point) + " does not say what may happen")
          .withHelp("write a sentence such as `web may connect to db`");
    }
    if (isInvisible(point)) {
      return at(Code.PC0004, at, point, "an invisible character").withHelp("delete it");
    }
    if (Character.isSpaceChar(point)) {
      return at(Code.PC0004, at, point, "a blank that is not a space")
          .withHelp("write a space")
          .withFix(spot(at, point), " ");
    }
    Finding finding = at(Code.PC0005, at, point, "not an ASCII character");
    String meant = ASCII.get(point);
    return meant == null
        ? finding.withHelp("write ASCII: other letters can look like it and be others")
        : finding.withHelp("write `" + meant + "`").withFix(spot(at, point), meant);
  }

  private Finding at(Code code, int at, int point, String what) {
    return code.at(spot(at, point), Quote.codePoint(point) + name(point) + " is " + what);
  }

  private Span spot(int at, int point) {
    return new Span(source, at, at + Character.charCount(point));
  }

  /// ` (latin small letter e with acute)`; nothing where a character has no name.
  static String name(int point) {
    boolean named = Character.isDefined(point) && !Character.isISOControl(point);
    return named
        ? " (" + Objects.toString(Character.getName(point)).toLowerCase(Locale.ROOT) + ")"
        : "";
  }

  private static boolean isControl(int point) {
    return Character.isISOControl(point) || point == 0x2028 || point == 0x2029;
  }

  private static boolean isBidi(int point) {
    return point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069);
  }

  private static boolean isInvisible(int point) {
    return Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.NON_SPACING_MARK
        || point == 0x115F
        || point == 0x1160
        || point == 0x3164
        || point == 0xFFA0
        || point == 0x2800;
  }
}
