package io.policyc.policies.admission;

import java.util.Locale;
import java.util.Optional;

/// The name of an image, as container runtimes understand it: `nginx` is `docker.io/library/nginx`.
///
/// Source: github.com/distribution/reference v0.6.0, normalize.go and regexp.go; digests as
/// github.com/opencontainers/go-digest v1.0.0 takes them. Beyond it, a registry is in lower case
/// and without the port 443, and `registry-1.docker.io` is `docker.io`: other spellings of a place
/// must not lead past a sentence about it. A registry with a `_`, which it takes for a part of a
/// repository without a registry, is refused.
///
/// @param registry `ghcr.io`, `localhost:5000`
/// @param repository `acme/app`
/// @param tag what follows `:`; empty where none is written
/// @param digest `sha256:…`; where there is one, the tag is not looked at
public record ImageReference(
    String registry, String repository, Optional<String> tag, Optional<String> digest) {
  /// What a text is.
  public sealed interface Read {
    /// A name.
    record Valid(ImageReference reference) implements Read {}

    /// No name.
    ///
    /// @param why what is wrong, to stand behind the text in a message: `has no name`
    /// @param help advice
    record Invalid(String why, String help) implements Read {}
  }

  /// Reads the name of an image.
  ///
  /// @param text of any length; more than 2,048 characters are no name
  public static Read read(String text) {
    return new ImageReferenceReader(text).read();
  }

  /// `docker.io/library/nginx`, what patterns are compared with.
  public String name() {
    return registry + "/" + repository;
  }

  /// One spelling for a registry: lower case, without the port that is meant anyway.
  static String canonicalRegistry(String registry) {
    String lower = registry.toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    boolean port = colon >= 0 && colon > lower.lastIndexOf(']');
    String host = port ? lower.substring(0, colon) : lower;
    String number = port ? withoutZeros(lower.substring(colon + 1)) : "443";
    boolean hub = host.equals("index.docker.io") || host.equals("registry-1.docker.io");
    return (hub ? "docker.io" : host) + (number.equals("443") ? "" : ":" + number);
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }

  @Override
  public String toString() {
    return name()
        + tag.map(text -> ":" + text).orElse("")
        + digest.map(text -> "@" + text).orElse("");
  }
}
