package io.policyc.signatures.oci;

/// A repository of a registry.
///
/// @param host of the registry as written, with its port if it names one: `docker.io`,
///   `localhost:5000`, `[::1]:5000`
/// @param name such as `library/nginx`
public record Repository(String host, String name) {
  /// @throws IllegalArgumentException when it is no host or no name of a repository
  public Repository {
    if (!Names.isHost(host) || !Names.isRepository(name)) {
      throw new IllegalArgumentException("no repository");
    }
  }

  /// Where the registry is asked: Docker Hub answers elsewhere than it is called.
  public String endpoint() {
    return host.equals(ImageReference.DOCKER_HUB) ? "registry-1.docker.io" : host;
  }

  @Override
  public String toString() {
    return host + "/" + name;
  }
}
