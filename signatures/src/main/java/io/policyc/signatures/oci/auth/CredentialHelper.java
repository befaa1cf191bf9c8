package io.policyc.signatures.oci.auth;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;

/// A program that keeps credentials. For the command line only.
@FunctionalInterface
public interface CredentialHelper {
  /// What it keeps for a server.
  ///
  /// @param name of the helper, as a config says: `pass` for `docker-credential-pass`
  /// @param server such as `ghcr.io`, or `https://index.docker.io/v1/` for Docker Hub
  Fetched<Credential> get(String name, String server, Deadline deadline);
}
