package io.policyc.compiler.cilium;

import java.util.Optional;

/// A `terminatingTLS` or `originatingTLS`.
///
/// @param trustedCa item of the secret, `ca.crt` when absent
/// @param certificate item of the secret, `tls.crt` when absent
/// @param privateKey item of the secret, `tls.key` when absent
public record TlsContext(
    SecretRef secret,
    Optional<String> trustedCa,
    Optional<String> certificate,
    Optional<String> privateKey) {}
