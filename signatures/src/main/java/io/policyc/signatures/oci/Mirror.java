package io.policyc.signatures.oci;

import java.util.Optional;

/// Another place where a registry's images lie, asked before the registry.
///
/// @param host of the mirror
/// @param prefix of its repositories, such as `docker-hub` for `docker-hub/library/nginx`; none
///   when empty
/// @param use what it is asked for
public record Mirror(String host, String prefix, Use use) {
  /// What a mirror is asked for.
  public enum Use {
    /// What has a digest, which needs no trust. Tags and referrers come from the registry alone.
    DIGESTS,
    /// Tags and referrers as well.
    ALL
  }

  /// @throws IllegalArgumentException when the host or the prefix is none
  public Mirror {
    if (!Names.isHost(host) || !(prefix.isEmpty() || Names.isRepository(prefix))) {
      throw new IllegalArgumentException("no mirror");
    }
  }

  /// Where it keeps a repository; empty when the name would be too long.
  Optional<Repository> of(Repository repository) {
    String name = prefix.isEmpty() ? repository.name() : prefix + "/" + repository.name();
    return Names.isRepository(name) ? Optional.of(new Repository(host, name)) : Optional.empty();
  }
}
