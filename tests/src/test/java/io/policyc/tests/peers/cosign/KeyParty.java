package io.policyc.tests.peers.cosign;

import io.policyc.signatures.sigstore.Demand;
import io.policyc.signatures.sigstore.Signers;
import io.policyc.signatures.sigstore.TrustRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/// The holder of a key. Its files are `NAME.key` and `NAME.pub`, as cosign writes them.
///
/// @param kind of its key
/// @param name of its files
/// @param pair the key
record KeyParty(Kind kind, String name, KeyPair pair) implements Party {
  /// The kinds of keys.
  enum Kind {
    ECDSA("EC", "secp256r1", "SHA256withECDSA"),
    RSA("RSA", "2048", "SHA256withRSA"),
    ED25519("Ed25519", "", "Ed25519"),
    P384("EC", "secp384r1", "SHA256withECDSA");

    private final String algorithm;
    private final String parameter;
    private final String scheme;

    Kind(String algorithm, String parameter, String scheme) {
      this.algorithm = algorithm;
      this.parameter = parameter;
      this.scheme = scheme;
    }

    private KeyPair generate() throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      switch (this) {
        case ECDSA, P384 -> generator.initialize(new ECGenParameterSpec(parameter));
        case RSA -> generator.initialize(Integer.parseInt(parameter));
        case ED25519 -> {}
      }
      return generator.generateKeyPair();
    }
  }

  /// Makes a key and the files that cosign reads it from.
  static KeyParty make(Kind kind, String name, Tool cosign) {
    try {
      KeyPair pair = kind.generate();
      Path pem = cosign.folder().resolve(name + ".pem");
      Files.writeString(pem, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      cosign
          .run(
              List.of(
                  "import-key-pair",
                  "--yes",
                  "--key",
                  pem.toString(),
                  "--output-key-prefix=" + name))
          .orFail();
      return new KeyParty(kind, name, pair);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String pem(String type, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), type);
  }

  @Override
  public List<String> signing(int version, Layout layout) {
    List<String> key = List.of("--key=" + name + ".key");
    return Flags.join(key, Flags.offline(version, layout));
  }

  @Override
  public List<String> verifying(int version, Layout layout) {
    List<String> key = List.of("--key=" + name + ".pub", "--insecure-ignore-tlog=true");
    return Flags.join(key, Flags.reading(version, layout));
  }

  @Override
  public Signers signers() {
    return new Signers.Key(pair.getPublic());
  }

  @Override
  public TrustRoot root() {
    return TrustRoot.NOBODY;
  }

  @Override
  public Demand.Log log() {
    return Demand.Log.IF_PRESENT;
  }

  @Override
  public byte[] sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(kind.scheme);
      signature.initSign(pair.getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
