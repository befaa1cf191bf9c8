package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import java.util.Locale;
import java.util.Optional;

/// An image as a pod names it: `nginx`, `ghcr.io/acme/api:1.4@sha256:…`.
///
/// @param repository where it lies; Docker Hub's rules have been applied: `nginx` lies in
///   `docker.io/library/nginx`
/// @param tag as written, or `latest` where neither a tag nor a digest is
/// @param digest as written; it counts, and not the tag beside it
public record ImageReference(Repository repository, Optional<String> tag, Optional<Digest> digest) {
  /// What a name without a host belongs to.
  public static final String DOCKER_HUB = "docker.io";

  private static final String LATEST = "latest";
  private static final int MAX_LENGTH = 1_000;

  /// What reading a reference gives.
  public sealed interface Reading {
    /// It is one.
    record Read(ImageReference reference) implements Reading {}

    /// It is none.
    ///
    /// @param why in words: lower-case, no full stop
    record Refused(String why) implements Reading {}
  }

  /// @throws IllegalArgumentException when it names neither a tag nor a digest, or no tag
  public ImageReference {
    if (tag.isEmpty() && digest.isEmpty()) {
      throw new IllegalArgumentException("neither a tag nor a digest");
    }
    if (!tag.map(Names::isTag).orElse(true)) {
      throw new IllegalArgumentException("no tag");
    }
  }

  /// Reads a reference as container runtimes do.
  ///
  /// @see <a
  ///   href="https://github.com/distribution/reference/blob/v0.6.0/normalize.go">distribution/reference
  ///   0.6.0, ParseNormalizedNamed</a>
  public static Reading read(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Reading.Refused("it is longer than " + MAX_LENGTH + " characters");
    }
    int at = text.indexOf('@');
    Optional<Digest> digest = at < 0 ? Optional.empty() : Digest.parse(text.substring(at + 1));
    if (at >= 0 && digest.isEmpty()) {
      return new Reading.Refused("what follows `@` is no digest that is known");
    }
    return named(at < 0 ? text : text.substring(0, at), digest);
  }

  private static Reading named(String text, Optional<Digest> digest) {
    int colon = text.lastIndexOf(':');
    boolean tagged = colon > text.lastIndexOf('/');
    Optional<String> tag =
        tagged
            ? Optional.of(text.substring(colon + 1))
            : digest.isPresent() ? Optional.empty() : Optional.of(LATEST);
    if (!tag.map(Names::isTag).orElse(true)) {
      return new Reading.Refused("what follows the last `:` is no tag");
    }
    return placed(tagged ? text.substring(0, colon) : text, tag, digest);
  }

  private static Reading placed(String text, Optional<String> tag, Optional<Digest> digest) {
    int slash = text.indexOf('/');
    boolean hosted = slash > 0 && isHost(text.substring(0, slash));
    String host = hosted ? text.substring(0, slash) : DOCKER_HUB;
    String name = hosted ? text.substring(slash + 1) : text;
    if (!Names.isHost(host)) {
      return new Reading.Refused("what stands before the first `/` is no host");
    }
    String where = canonical(host);
    String full = where.equals(DOCKER_HUB) && name.indexOf('/') < 0 ? "library/" + name : name;
    return Names.isRepository(full)
        ? new Reading.Read(new ImageReference(new Repository(where, full), tag, digest))
        : new Reading.Refused(
            "its repository is no path of lower-case letters, digits and `.`, `_`, `-` between them");
  }

  /// A first component is a host when it could not be a user of Docker Hub.
  private static boolean isHost(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static String canonical(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.equals("index.docker.io") || lower.equals("registry-1.docker.io")
        ? DOCKER_HUB
        : lower;
  }

  @Override
  public String toString() {
    return repository
        + tag.map(text -> ":" + text).orElse("")
        + digest.map(value -> "@" + value).orElse("");
  }
}
