package io.policyc.compiler.parse;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.findings.Fix;
import io.policyc.findings.Span;
import java.util.Locale;

/// Ports as other languages write them: `tcp/80`, `80:90`, `80..90`, `90-80`, `080`, `80/TCP`.
///
/// A word that is wrong in several ways is said once, with all of them mended.
final class PortForms {
  private Code code = Code.PC0113;
  private String message = "";
  private String text;
  private int from;

  private PortForms(String text) {
    this.text = text;
  }

  /// A word that can only be meant as ports, as this language writes it.
  static PortForms of(String word) {
    PortForms forms = new PortForms(word);
    forms.protocolFirst();
    forms.small();
    forms.dashed();
    forms.zeros();
    forms.turned();
    return forms;
  }

  String text() {
    return text;
  }

  /// Says how the word is written, where it was written in another way.
  void mend(Cursor in, Lexeme word) {
    if (!message.isEmpty()) {
      Span wrong = in.span(word.start() + from, word.end());
      in.mend(code, wrong, message, new Fix(wrong, text.substring(from)));
    }
  }

  private void wrong(Code wrong, String why, String right) {
    from = 0;
    if (message.isEmpty()) {
      code = wrong;
      message = why;
    }
    text = right;
  }

  private void protocolFirst() {
    int slash = text.indexOf('/');
    if (slash > 0 && isProtocol(text.substring(0, slash))) {
      wrong(
          Code.PC0114,
          "the protocol stands after the port",
          text.substring(slash + 1) + "/" + text.substring(0, slash));
    }
  }

  private void small() {
    int slash = text.indexOf('/');
    String protocol = text.substring(slash + 1);
    String small = protocol.toLowerCase(Locale.ROOT);
    if (slash > 0 && isProtocol(protocol) && !small.equals(protocol)) {
      boolean first = message.isEmpty();
      wrong(Code.PC0114, "protocols are written small", text.substring(0, slash + 1) + small);
      from = first ? slash + 1 : 0;
    }
  }

  private static boolean isProtocol(String word) {
    return Protocol.parse(word.toLowerCase(Locale.ROOT)).isPresent();
  }

  private void dashed() {
    String dashed = text.replace("..", "-").replace(':', '-');
    if (!dashed.equals(text)) {
      wrong(Code.PC0113, "`-` stands between the ends of a range", dashed);
    }
  }

  private void zeros() {
    String first = plain(first());
    String last = last();
    String plain = last.isEmpty() ? first : first + "-" + plain(last);
    if (!plain.equals(numbers())) {
      wrong(Code.PC0113, "a port has no zero in front", plain + protocol());
    }
  }

  private void turned() {
    if (isPort(first()) && isPort(last()) && compare(first(), last()) > 0) {
      wrong(Code.PC0113, "a range begins with its lower port", last() + "-" + first() + protocol());
    }
  }

  private String numbers() {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private String protocol() {
    return text.substring(numbers().length());
  }

  private String first() {
    int dash = numbers().indexOf('-');
    return dash < 0 ? numbers() : numbers().substring(0, dash);
  }

  private String last() {
    int dash = numbers().indexOf('-');
    return dash < 0 ? "" : numbers().substring(dash + 1);
  }

  // `080` is no octal number to anybody who writes a port; `0` stays what it is.
  private static String plain(String number) {
    int start = 0;
    while (start < number.length() - 1 && number.charAt(start) == '0') {
      start++;
    }
    return isPort(number.substring(start)) ? number.substring(start) : number;
  }

  private static boolean isPort(String number) {
    return !number.isEmpty()
        && number.length() <= 5
        && number.chars().allMatch(c -> Names.isDigit((char) c));
  }

  private static int compare(String first, String last) {
    return Integer.compare(Integer.parseInt(first), Integer.parseInt(last));
  }
}
