package io.policyc.signatures.oci.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Digest;

/// What somebody shows to a registry. Never printed.
public sealed interface Credential {
  /// Nobody in particular.
  record Anonymous() implements Credential {}

  /// A name and a password.
  record Password(String user, String secret) implements Credential {
    @Override
    public String toString() {
      return "Password[…]";
    }
  }

  /// A token that is exchanged for others by OAuth 2.
  record IdentityToken(String token) implements Credential {
    @Override
    public String toString() {
      return "IdentityToken[…]";
    }
  }

  /// A token that the registry itself takes.
  record RegistryToken(String token) implements Credential {
    @Override
    public String toString() {
      return "RegistryToken[…]";
    }
  }

  /// Tells credentials apart without keeping them.
  default Digest fingerprint() {
    String text =
        switch (this) {
          case Anonymous() -> "";
          case Password(var user, var secret) -> "p" + user.length() + ":" + user + secret;
          case IdentityToken(var token) -> "i" + token;
          case RegistryToken(var token) -> "r" + token;
        };
    return Digest.sha256(text.getBytes(UTF_8));
  }
}
