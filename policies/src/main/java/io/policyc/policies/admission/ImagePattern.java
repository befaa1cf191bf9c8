package io.policyc.policies.admission;

/// `ghcr.io/acme/**`: images by registry and repository, `*` within a segment, `**` across them.
///
/// A pattern speaks of the place: tag and digest do not count. `docker.io/nginx` is
/// `docker.io/library/nginx`, as for an image.
final class ImagePattern {
  private static final char ONE = '\u0001';
  private static final char MANY = '\u0002';

  /// The pattern, with one character for `*` and one for `**`.
  private final String tokens;

  private ImagePattern(String tokens) {
    this.tokens = tokens;
  }

  /// A pattern, as sentences write it: with its registry.
  static ImagePattern of(String text) {
    int slash = text.indexOf('/');
    String registry = ImageReference.canonicalRegistry(slash < 0 ? text : text.substring(0, slash));
    String rest = slash < 0 ? "" : text.substring(slash + 1);
    boolean official =
        registry.equals("docker.io") && rest.indexOf('/') < 0 && !rest.contains("**");
    String pattern = registry + (official ? "/library/" : "/") + rest;
    return new ImagePattern(
        (slash < 0 ? text : pattern).replace("**", "" + MANY).replace('*', ONE));
  }

  /// Whether an image comes from here.
  boolean matches(ImageReference image) {
    return matches(image.name());
  }

  /// Steps over the text once, with every place of the pattern that it may be at: no pattern makes
  /// it try again.
  private boolean matches(String name) {
    boolean[] at = new boolean[tokens.length() + 1];
    at[0] = true;
    skip(at);
    for (int i = 0; i < name.length(); i++) {
      at = step(at, name.charAt(i));
      skip(at);
    }
    return at[tokens.length()];
  }

  private boolean[] step(boolean[] at, char c) {
    boolean[] next = new boolean[at.length];
    for (int i = 0; i < tokens.length(); i++) {
      if (at[i]) {
        char token = tokens.charAt(i);
        next[i] |= token == MANY || (token == ONE && c != '/');
        next[i + 1] |= token == c;
      }
    }
    return next;
  }

  private void skip(boolean[] at) {
    for (int i = 0; i < tokens.length(); i++) {
      char token = tokens.charAt(i);
      at[i + 1] |= at[i] && (token == MANY || token == ONE);
    }
  }
}
