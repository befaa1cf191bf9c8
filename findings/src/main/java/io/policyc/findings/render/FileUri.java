package io.policyc.findings.render;

import java.nio.charset.StandardCharsets;

/// Names of files as references of RFC 3986.
final class FileUri {
  // What needs no escape anywhere in a path. A colon does: `a:b` would be of a scheme `a`.
  private static final String PLAIN = "-._~!$&'()*+,;=@/";

  private FileUri() {}

  /// A relative name stays relative, an absolute one becomes a `file` URI.
  static String of(String name) {
    StringBuilder out = new StringBuilder(name.length() + 16);
    if (name.startsWith("/")) {
      out.append("file://");
    }
    // Half a surrogate pair is no character: it becomes a question mark.
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      append(out, b & 0xff);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int b) {
    if (isPlain(b)) {
      out.append((char) b);
    } else {
      out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4, 16)));
      out.append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
    }
  }

  private static boolean isPlain(int b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || PLAIN.indexOf(b) >= 0;
  }
}
