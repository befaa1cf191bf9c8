package io.policyc.signatures.sigstore;

/// How a key of a trust root signs; Sigstore's `PublicKeyDetails`, of which these are taken.
public enum KeyDetails {
  PKCS1_RSA_PKCS1V5,
  PKIX_RSA_PKCS1V5,
  PKIX_RSA_PKCS1V15_2048_SHA256,
  PKIX_RSA_PKCS1V15_3072_SHA256,
  PKIX_RSA_PKCS1V15_4096_SHA256,
  PKIX_ECDSA_P256_SHA_256,
  PKIX_ECDSA_P384_SHA_384,
  PKIX_ECDSA_P521_SHA_512,
  PKIX_ED25519,
  PKIX_ED25519_PH
}
