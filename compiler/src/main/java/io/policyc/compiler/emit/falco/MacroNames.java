package io.policyc.compiler.emit.falco;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Names of macros that are about something of the input: letters, digits and `_` only, which is
/// all that Falco can use.
///
/// Two `_` stand between their parts; macros that every output may have, have none such.
final class MacroNames {
  private final Set<String> taken = new HashSet<>();

  /// `policyc_shop__web`
  String of(String namespace, String name) {
    String wanted = "policyc_" + plain(namespace) + "__" + plain(name);
    return taken.add(wanted) ? wanted : hashed(wanted, namespace + "/" + name);
  }

  private String hashed(String wanted, String original) {
    String name = wanted + "_" + hash(original);
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + "_" + hash(original + i);
    }
    return name;
  }

  /// Eight hexadecimal digits that stand for a text.
  static String hash(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      out.append(fits ? c : '_');
    }
    return out.toString();
  }
}
