package io.policyc.signatures.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.Keys;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// A repository of The Update Framework with one key for all roles, laid out as Sigstore's is:
/// consistent snapshots, targets below their hashes. Its files may be changed before they are
/// served.
final class TufRepository {
  static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");
  private static final String KEY_ID = "11".repeat(32);

  final Map<String, byte[]> files = new TreeMap<>();
  private final String keyText;
  private final String scheme;
  private final byte[] firstRoot;
  private KeyPair signing;

  private TufRepository(KeyPair key, String keyText, String scheme) {
    this.signing = key;
    this.keyText = keyText;
    this.scheme = scheme;
    this.firstRoot = root(1, FAR);
  }

  static TufRepository onP256() {
    KeyPair key = Keys.p256();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(spki(key));
    return new TufRepository(
        key,
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n",
        "ecdsa-sha2-nistp256");
  }

  static TufRepository onEd25519() {
    KeyPair key = Keys.ed25519();
    byte[] spki = spki(key);
    String hex = HexFormat.of().formatHex(spki, spki.length - 32, spki.length);
    return new TufRepository(key, hex, "ed25519");
  }

  private static byte[] spki(KeyPair key) {
    return key.getPublic().getEncoded();
  }

  /// Signs from now on with a key that nobody knows.
  TufRepository signedByAStranger() {
    signing = scheme.equals("ed25519") ? Keys.ed25519() : Keys.p256();
    return this;
  }

  final byte[] root(int version, Instant expires) {
    String type = scheme.equals("ed25519") ? "ed25519" : "ecdsa";
    String role = "{\"keyids\":[\"" + KEY_ID + "\"],\"threshold\":1}";
    return envelope(
        "{\"_type\":\"root\",\"consistent_snapshot\":true,\"expires\":\""
            + expires
            + "\",\"keys\":{\""
            + KEY_ID
            + "\":{\"keytype\":\""
            + type
            + "\",\"keyval\":{\"public\":\""
            + keyText
            + "\"},\"scheme\":\""
            + scheme
            + "\"}},\"roles\":{\"root\":"
            + role
            + ",\"snapshot\":"
            + role
            + ",\"targets\":"
            + role
            + ",\"timestamp\":"
            + role
            + "},\"spec_version\":\"1.0.31\",\"version\":"
            + version
            + "}");
  }

  /// Publishes one version: targets, snapshot, timestamp.
  TufRepository publish(int version, byte[] trustedRoot) {
    return publish(version, trustedRoot, FAR);
  }

  TufRepository publish(int version, byte[] trustedRoot, Instant timestampExpires) {
    String listed = target("trusted_root.json", trustedRoot);
    targets(version, "{" + listed + "}");
    return pointers(version, timestampExpires);
  }

  /// The description of a target, which is put where it says.
  String target(String name, byte[] content) {
    String hash = Digest.sha256(content).hex();
    files.put("/targets/" + hash + "." + name, content);
    return "\""
        + name
        + "\":{\"hashes\":{\"sha256\":\""
        + hash
        + "\"},\"length\":"
        + content.length
        + "}";
  }

  TufRepository targets(int version, String listed) {
    files.put(
        "/" + version + ".targets.json",
        envelope(
            "{\"_type\":\"targets\",\"delegations\":{\"keys\":{},\"roles\":[]},\"expires\":\""
                + FAR
                + "\",\"spec_version\":\"1.0.31\",\"targets\":"
                + listed
                + ",\"version\":"
                + version
                + "}"));
    return this;
  }

  TufRepository pointers(int version, Instant timestampExpires) {
    files.put(
        "/" + version + ".snapshot.json",
        envelope(
            "{\"_type\":\"snapshot\",\"expires\":\""
                + FAR
                + "\",\"meta\":{\"targets.json\":{\"version\":"
                + version
                + "}},\"spec_version\":\"1.0.31\",\"version\":"
                + version
                + "}"));
    files.put(
        "/timestamp.json",
        envelope(
            "{\"_type\":\"timestamp\",\"expires\":\""
                + timestampExpires
                + "\",\"meta\":{\"snapshot.json\":{\"version\":"
                + version
                + "}},\"spec_version\":\"1.0.31\",\"version\":"
                + version
                + "}"));
    return this;
  }

  // What is signed is the canonical form: sorted names, no spaces, line breaks as they are.
  private byte[] envelope(String canonical) {
    String json = canonical.replace("\n", "\\n");
    return ("{\"signatures\":[{\"keyid\":\""
            + KEY_ID
            + "\",\"sig\":\""
            + HexFormat.of().formatHex(sign(canonical.getBytes(UTF_8)))
            + "\"}],\"signed\":"
            + json
            + "}")
        .getBytes(UTF_8);
  }

  private byte[] sign(byte[] message) {
    try {
      Signature signature =
          Signature.getInstance(scheme.equals("ed25519") ? "Ed25519" : "SHA256withECDSA");
      signature.initSign(signing.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The root that a client begins with: the same bytes whenever it is asked for.
  byte[] firstRoot() {
    return firstRoot.clone();
  }
}
