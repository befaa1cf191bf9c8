package io.policyc.compiler.falco.yaml;

import io.policyc.compiler.falco.yaml.Token.Kind;
import java.util.HashSet;
import java.util.Set;

/// What `%YAML` and `%TAG` may say; nothing follows from it.
///
/// Source: yaml-cpp, src/parser.cpp.
final class Directives {
  /// Reads the directives before a document.
  void read(Scanner in) throws YamlSyntax {
    boolean version = false;
    Set<String> handles = new HashSet<>();
    while (in.sees(Kind.DIRECTIVE)) {
      Token token = in.next();
      String[] words = token.value.substring(1).strip().split("[ \t]+", -1);
      if (words[0].equals("YAML")) {
        require(!version && words.length == 2 && isVersion(words[1]), token);
        version = true;
      } else if (words[0].equals("TAG")) {
        require(words.length == 3 && handles.add(words[1]), token);
      }
    }
  }

  private static boolean isVersion(String text) {
    int dot = text.indexOf('.');
    return dot > 0 && isMajor(text.substring(0, dot)) && isNumber(text.substring(dot + 1));
  }

  private static boolean isMajor(String text) {
    return isNumber(text) && (text.equals("0") || text.equals("1"));
  }

  private static boolean isNumber(String text) {
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() && text.length() < 10;
  }

  private static void require(boolean right, Token token) throws YamlSyntax {
    if (!right) {
      throw new YamlSyntax(token.at, "`" + token.value.strip() + "` is no directive of YAML 1");
    }
  }
}
