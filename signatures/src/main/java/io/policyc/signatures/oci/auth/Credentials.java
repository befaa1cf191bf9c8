package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Repository;
import java.util.List;

/// Finds what to show for a repository.
@FunctionalInterface
public interface Credentials {
  /// Nothing, to nobody.
  Credentials NONE = (repository, deadline) -> new Fetched.There<>(List.of());

  /// In the order in which they are tried; none means to ask as nobody in particular.
  Fetched<List<Credential>> of(Repository repository, Deadline deadline);
}
