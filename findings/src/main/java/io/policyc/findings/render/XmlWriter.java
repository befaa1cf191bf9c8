package io.policyc.findings.render;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML 1.0, two blanks a level, attributes in the order in which they are given.
///
/// Every text comes out well-formed: what XML cannot hold, not even escaped, is written as
/// [Visible] shows it.
final class XmlWriter {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();
  private boolean inTag;

  /// Opens an element.
  XmlWriter element(String name) {
    endTag(">\n");
    out.repeat(' ', 2 * open.size()).append('<').append(name);
    open.push(name);
    inTag = true;
    return this;
  }

  /// An attribute of the element that was opened last, before any content.
  XmlWriter attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    escape(value, true);
    out.append('"');
    return this;
  }

  /// An attribute that is a whole number.
  XmlWriter attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  /// Closes the element that was opened last.
  XmlWriter end() {
    String name = open.pop();
    if (inTag) {
      endTag("/>\n");
    } else {
      out.repeat(' ', 2 * open.size()).append("</").append(name).append(">\n");
    }
    return this;
  }

  /// Closes the element that was opened last, whose content is a text and nothing else.
  XmlWriter end(String text) {
    endTag(">");
    escape(text, false);
    out.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /// What was written.
  @Override
  public String toString() {
    return out.toString();
  }

  private void endTag(String bracket) {
    out.append(inTag ? bracket : "");
    inTag = false;
  }

  private void escape(String text, boolean attribute) {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        // Also in a text: there `]]>` is not allowed.
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        // A reader makes a line feed of one that is not escaped.
        case '\r' -> out.append("&#13;");
        default -> character(c);
      }
    }
  }

  private void character(int c) {
    if (isAllowed(c)) {
      out.appendCodePoint(c);
    } else {
      Visible.escape(out, c);
    }
  }

  // XML 1.0, production 2, less what is discouraged: controls from 0x7f and non-characters.
  private static boolean isAllowed(int c) {
    return c >= 0x20
        && (c < 0x7f || c > 0x9f)
        && (c < 0xd800 || c > 0xdfff)
        && (c & 0xfffe) != 0xfffe;
  }
}
