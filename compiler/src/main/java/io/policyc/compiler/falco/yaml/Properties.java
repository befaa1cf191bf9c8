package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.Token.Kind;
import java.util.Optional;

/// What stands before a value.
///
/// @param tagged whether a tag does
/// @param anchor the name by which aliases call it
record Properties(boolean tagged, Optional<String> anchor) {
  static Properties read(Scanner in) throws YamlSyntax {
    boolean tagged = false;
    Optional<String> anchor = Optional.empty();
    while (in.sees(Kind.TAG) || in.sees(Kind.ANCHOR)) {
      Token token = in.next();
      boolean tag = token.kind == Kind.TAG;
      if (tag ? tagged : anchor.isPresent()) {
        throw new YamlSyntax(token.at, "a value has one " + (tag ? "tag" : "anchor"));
      }
      tagged |= tag;
      anchor = tag ? anchor : Optional.of(token.value);
    }
    return new Properties(tagged, anchor);
  }

  boolean none() {
    return !tagged && anchor.isEmpty();
  }

  /// What stands where no value does.
  YamlNode nothing(int at) {
    return tagged ? new YamlNode.Scalar("", at, at, at, new int[0]) : new YamlNode.Nothing(at);
  }
}
