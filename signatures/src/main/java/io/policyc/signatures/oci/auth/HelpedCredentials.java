package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.ImageReference;
import io.policyc.signatures.oci.Repository;
import java.util.List;
import java.util.Optional;

/// Credentials from a config and the helpers that it names, as Docker's command finds them. For the
/// command line only.
public record HelpedCredentials(DockerConfig config, CredentialHelper helper)
    implements Credentials {
  @Override
  public Fetched<List<Credential>> of(Repository repository, Deadline deadline) {
    Optional<String> name = config.helper(repository);
    if (name.isEmpty()) {
      return new Fetched.There<>(config.credentials(repository));
    }
    return switch (helper.get(name.get(), server(repository), deadline)) {
      case Fetched.There<Credential>(var credential) -> new Fetched.There<>(List.of(credential));
      case Fetched.NotThere<Credential>() -> new Fetched.There<>(config.credentials(repository));
      case Fetched.Unknown<Credential>(var trouble) -> new Fetched.Unknown<>(trouble);
    };
  }

  private static String server(Repository repository) {
    return repository.host().equals(ImageReference.DOCKER_HUB)
        ? "https://index.docker.io/v1/"
        : repository.host();
  }
}
