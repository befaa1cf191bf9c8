package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Repository;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Credentials from several configs, such as a pod's pull secrets, in their order. Asks no helper:
/// what runs in a cluster must not start programs.
public record Keyring(List<DockerConfig> configs) implements Credentials {
  public Keyring {
    configs = List.copyOf(configs);
  }

  @Override
  public Fetched<List<Credential>> of(Repository repository, Deadline deadline) {
    Set<Credential> found = new LinkedHashSet<>();
    configs.forEach(config -> found.addAll(config.credentials(repository)));
    return new Fetched.There<>(List.copyOf(found));
  }
}
