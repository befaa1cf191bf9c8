package io.policyc.tests.peers;

import io.policyc.tests.gen.Dice;
import java.util.ArrayList;
import java.util.List;

/// Path patterns of every form, and requests near them.
final class PathDice {
  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~!$&'()+,;=:@[]";

  private final Dice dice;

  PathDice(Dice dice) {
    this.dice = dice;
  }

  String pattern() {
    if (dice.chance(1)) {
      return "/**";
    }
    StringBuilder text = new StringBuilder();
    int segments = dice.chance(10) ? dice.between(8, 18) : dice.between(1, 5);
    for (int i = 0; i < segments; i++) {
      text.append('/').append(segment());
    }
    return text.append(dice.pick(List.of("", "", "", "", "/", "/**", "/**"))).toString();
  }

  private String segment() {
    return switch (dice.between(0, 11)) {
      case 0, 1 -> "{id}";
      case 2 -> "{n:int}";
      case 3 -> dice.chance(50) ? "{u:uuid}" : "{id}";
      case 4 -> "{s:slug}";
      case 5 -> "*";
      case 6 -> "*" + word(4);
      case 7 -> word(4) + "*" + (dice.chance(30) ? word(2) + "*" : "");
      default -> word(dice.chance(6) ? 90 : 10);
    };
  }

  private String word(int most) {
    StringBuilder text = new StringBuilder();
    for (int length = dice.between(1, most); length > 0; length--) {
      text.append(dice.chance(4) ? escape() : character());
    }
    return isDots(text.toString()) ? "x" : text.toString();
  }

  private String character() {
    return String.valueOf(CHARACTERS.charAt(dice.between(0, CHARACTERS.length() - 1)));
  }

  private String escape() {
    return dice.pick(List.of("%20", "%2a", "%2A", "%C3%A9", "%c3%a9", "%25", "%3F", "%7B"));
  }

  /// A request that the pattern matches, or that differs from one in a place or two.
  String request(String pattern) {
    String path = candidate(pattern);
    while (!arrivesAsSent(path)) {
      path = candidate(pattern);
    }
    String query =
        dice.chance(70) ? "" : "?" + dice.pick(List.of("", "a=b", "x=/a//../?&%2F", "q"));
    return path + query;
  }

  private String candidate(String pattern) {
    String path = instance(pattern);
    for (int changes = dice.chance(45) ? 0 : dice.between(1, 2); changes > 0; changes--) {
      path = changed(path);
    }
    return path;
  }

  private String instance(String pattern) {
    boolean tail = pattern.endsWith("/**");
    String body = tail ? pattern.substring(0, pattern.length() - 3) : pattern;
    StringBuilder path = new StringBuilder();
    String[] parts = body.isEmpty() ? new String[0] : body.substring(1).split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1 && !tail;
      path.append('/').append(instance(parts[i], last));
    }
    if (tail || path.isEmpty()) {
      path.append(dice.pick(List.of("", "/", "/x", "/x/y.z/", "/a/b/c")));
    }
    return path.isEmpty() ? "/" : path.toString();
  }

  private String instance(String part, boolean mayBeEmpty) {
    return switch (part) {
      case "{id}" -> word(8);
      case "{n:int}" -> String.valueOf(dice.between(0, 99_999));
      case "{u:uuid}" -> uuid();
      case "{s:slug}" -> dice.pick(List.of("a", "a-b", "the-1st-of-2", "x9"));
      case "*" -> mayBeEmpty && dice.chance(30) ? "" : word(8);
      default -> part.replace("*", dice.chance(40) ? "" : word(5));
    };
  }

  private String uuid() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 36; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      text.append(hyphen ? '-' : "0123456789abcdefABCDEF".charAt(dice.between(0, 21)));
    }
    return text.toString();
  }

  private String changed(String path) {
    int at = dice.between(1, path.length());
    String rest = path.substring(at);
    return switch (dice.between(0, 6)) {
      case 0 -> path.substring(0, at) + character() + rest;
      case 1 -> path.substring(0, at) + (rest.isEmpty() ? "" : rest.substring(1));
      case 2 -> path.substring(0, at) + (rest.isEmpty() ? "y" : character() + rest.substring(1));
      case 3 -> path + "/" + (dice.chance(50) ? "" : word(3));
      case 4 -> path.substring(0, Math.max(1, path.lastIndexOf('/')));
      case 5 -> path.substring(0, at) + "/" + rest;
      default -> "/" + word(3) + path;
    };
  }

  /// Whether Envoy leaves the path as it is.
  static boolean arrivesAsSent(String path) {
    for (String segment : path.substring(1).split("/", -1)) {
      if (isDots(segment)) {
        return false;
      }
    }
    return !path.contains("//") && escapes(path).stream().allMatch(PathDice::stays);
  }

  /// Resolved by Envoy; with parameters behind `;` only since 1.40.
  private static boolean isDots(String segment) {
    String name = segment.substring(0, (segment + ";").indexOf(';'));
    return name.equals(".") || name.equals("..");
  }

  private static List<String> escapes(String path) {
    List<String> escapes = new ArrayList<>();
    for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
      escapes.add(path.substring(i, Math.min(i + 3, path.length())));
    }
    return escapes;
  }

  private static boolean stays(String escape) {
    if (!escape.matches("%[0-9A-Fa-f]{2}")) {
      return false;
    }
    char c = (char) Integer.parseInt(escape.substring(1), 16);
    boolean undone = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    return !undone && c != '/' && c != '\\' && c != 0;
  }
}
