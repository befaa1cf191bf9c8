package io.policyc.compiler.falco.yaml;

/// The characters of tags.
final class Tags {
  private Tags() {}

  static boolean word(Input in) {
    char c = in.peek();
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == '-';
  }

  /// How long the character of a tag is that stands here, or 0.
  static int tag(Input in) {
    return length(in, "#;/?:@&=+$_.~*'()");
  }

  /// How long the character of a URI is that stands here, or 0.
  static int uri(Input in) {
    return length(in, "#;/?:@&=+$,_.!~*'()[]");
  }

  private static int length(Input in, String others) {
    if (in.sees('%') && hex(in.peek(1)) && hex(in.peek(2))) {
      return 3;
    }
    return word(in) || (!in.atEnd() && others.indexOf(in.peek()) >= 0) ? 1 : 0;
  }

  private static boolean hex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }
}
