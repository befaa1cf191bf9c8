package io.policyc.policies.admission;

import io.policyc.policies.admission.ImageReference.Read;
import java.util.Optional;

/// Reads the name of an image: registry, repository, tag, digest.
final class ImageReferenceReader {
  private static final int MAX_LENGTH = 2048;
  private static final int MAX_REPOSITORY = 255;
  private static final int MAX_TAG = 128;

  private final String text;
  private String registry = "docker.io";
  private String rest;

  ImageReferenceReader(String text) {
    this.text = text;
    this.rest = text;
  }

  Read read() {
    if (text.isEmpty()) {
      return invalid("is empty", "name an image");
    }
    if (text.length() > MAX_LENGTH) {
      return invalid("is too long", "name an image in at most " + MAX_LENGTH + " characters");
    }
    if (text.length() == 64 && isHex(text)) {
      return invalid(
          "is an image's id, not its name", "name the image, then `@sha256:` and its digest");
    }
    splitRegistry();
    int at = rest.indexOf('@');
    String named = at < 0 ? rest : rest.substring(0, at);
    int colon = named.indexOf(':');
    String repository = colon < 0 ? named : named.substring(0, colon);
    Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1));
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(rest.substring(at + 1));
    return checked(repository, tag, digest);
  }

  private Read checked(String repository, Optional<String> tag, Optional<String> digest) {
    if (!isRegistry(registry)) {
      return invalid(
          "has `" + registry + "` for a registry", "write a host, with a port where needed");
    }
    if (repository.chars().anyMatch(c -> c >= 'A' && c <= 'Z')) {
      return invalid("has capital letters in its repository", "write it in lower case");
    }
    if (!isRepository(repository)) {
      return invalid(
          "has no repository that a registry takes",
          "write lower-case letters and digits, with single `.`, `_`, `__` or `-` between them");
    }
    if (repository.length() > MAX_REPOSITORY) {
      return invalid("has too long a repository", "use at most " + MAX_REPOSITORY + " characters");
    }
    if (tag.isPresent() && !isTag(tag.get())) {
      return invalid(
          "has a tag that a registry does not take",
          "write up to " + MAX_TAG + " letters, digits, `_`, `.` and `-`");
    }
    if (digest.isPresent() && !isDigest(digest.get())) {
      return invalid("has a digest that is none", "write `sha256:` and 64 digits of `0` to `f`");
    }
    String place = ImageReference.canonicalRegistry(registry);
    return new Read.Valid(new ImageReference(place, repository, tag, digest));
  }

  private Read invalid(String why, String help) {
    return new Read.Invalid(why, help);
  }

  /// What stands before the first slash is a registry where it looks like a host.
  private void splitRegistry() {
    int slash = text.indexOf('/');
    String first = slash < 0 ? "" : text.substring(0, slash);
    boolean named =
        slash >= 0
            && (first.equals("localhost")
                || first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.chars().anyMatch(Character::isUpperCase));
    if (named) {
      registry = first.equals("index.docker.io") ? "docker.io" : first;
      rest = text.substring(slash + 1);
    }
    if (registry.equals("docker.io") && rest.indexOf('/') < 0) {
      rest = "library/" + rest;
    }
  }

  private static boolean isRegistry(String registry) {
    int end = registry.startsWith("[") ? registry.indexOf(']') + 1 : registry.indexOf(':');
    String host = end < 0 ? registry : registry.substring(0, end);
    String port = end < 0 ? "" : registry.substring(end);
    boolean address = host.startsWith("[") && host.length() > 2 && isAddress(host);
    return (address || isHost(host)) && (port.isEmpty() || isPort(port));
  }

  private static boolean isAddress(String host) {
    return host.substring(1, host.length() - 1).chars().allMatch(c -> isHexDigit(c) || c == ':');
  }

  private static boolean isPort(String port) {
    return port.length() > 1
        && port.charAt(0) == ':'
        && port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isHost(String host) {
    for (String label : host.split("\\.", -1)) {
      boolean inside = label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-');
      if (label.isEmpty() || !inside || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRepository(String repository) {
    for (String part : repository.split("/", -1)) {
      if (!isPart(part)) {
        return false;
      }
    }
    return true;
  }

  /// Letters and digits, with separators between them: one `.`, one or two `_`, or dashes.
  private static boolean isPart(String part) {
    int at = 0;
    while (true) {
      int letters = at;
      while (at < part.length() && isLowerOrDigit(part.charAt(at))) {
        at++;
      }
      if (at == letters) {
        return false;
      }
      if (at == part.length()) {
        return true;
      }
      at += separator(part, at);
    }
  }

  private static int separator(String part, int at) {
    int end = at;
    while (end < part.length() && part.charAt(end) == part.charAt(at)) {
      end++;
    }
    int most =
        switch (part.charAt(at)) {
          case '.' -> 1;
          case '_' -> 2;
          case '-' -> part.length();
          default -> 0;
        };
    return Math.min(end - at, most);
  }

  private static boolean isTag(String tag) {
    return !tag.isEmpty()
        && tag.length() <= MAX_TAG
        && tag.charAt(0) != '.'
        && tag.charAt(0) != '-'
        && tag.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }

  private static boolean isDigest(String digest) {
    int colon = digest.indexOf(':');
    String hex = digest.substring(colon + 1);
    int length =
        switch (colon < 0 ? "" : digest.substring(0, colon)) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    return hex.length() == length && isHex(hex);
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isLowerOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  private static boolean isLetterOrDigit(int c) {
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
  }
}
