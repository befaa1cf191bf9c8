package io.policyc.signatures.sigstore.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.sigstore.KeyDetails;
import io.policyc.signatures.sigstore.TrustRoot;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdDSAParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
  private static final byte[] MESSAGE = "message".getBytes(UTF_8);
  private static final Map<String, KeyPair> KEYS =
      Map.of(
          "P-256", Keys.p256(),
          "P-384", Keys.p384(),
          "P-521", Keys.p521(),
          "RSA", Keys.rsa(2048),
          "weak", Keys.rsa(1024),
          "Ed25519", Keys.ed25519());

  private static KeyPair key(String name) {
    return Optional.ofNullable(KEYS.get(name)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          key     | signed with     | hash   | verifies
          P-256   | SHA256withECDSA | OF_KEY | true
          P-256   | SHA256withECDSA | SHA256 | true
          P-256   | SHA256withECDSA | SHA384 | false
          P-256   | SHA512withECDSA | SHA512 | true
          P-384   | SHA384withECDSA | OF_KEY | true
          P-384   | SHA256withECDSA | OF_KEY | false
          P-384   | SHA256withECDSA | SHA256 | true
          P-521   | SHA512withECDSA | OF_KEY | true
          P-521   | SHA256withECDSA | OF_KEY | false
          P-521   | SHA256withECDSA | SHA256 | true
          P-521   | SHA384withECDSA | SHA384 | true
          P-256   | SHA1withECDSA   | SHA256 | false
          RSA     | SHA256withRSA   | OF_KEY | true
          RSA     | SHA384withRSA   | OF_KEY | false
          RSA     | SHA384withRSA   | SHA384 | true
          RSA     | SHA512withRSA   | SHA512 | true
          RSA     | SHA1withRSA     | SHA256 | false
          Ed25519 | Ed25519         | OF_KEY | true
          Ed25519 | Ed25519         | SHA256 | true
          weak    | SHA256withRSA   | OF_KEY | false
          """)
  void verifiesMessages(String key, String algorithm, Hash hash, boolean verifies) {
    KeyPair keys = key(key);
    byte[] signature = Keys.sign(algorithm, keys.getPrivate(), MESSAGE);
    assertEquals(verifies, Signatures.verifies(keys.getPublic(), hash, MESSAGE, signature));
    byte[] other = "messagf".getBytes(UTF_8);
    assertFalse(Signatures.verifies(keys.getPublic(), hash, other, signature));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          key     | signed with     | digest | verifies
          P-256   | SHA256withECDSA | SHA256 | true
          P-256   | SHA256withECDSA | SHA512 | false
          P-384   | SHA384withECDSA | SHA384 | true
          P-521   | SHA512withECDSA | SHA512 | true
          RSA     | SHA256withRSA   | SHA256 | true
          RSA     | SHA384withRSA   | SHA384 | true
          RSA     | SHA512withRSA   | SHA512 | true
          RSA     | SHA512withRSA   | SHA256 | false
          Ed25519 | Ed25519         | SHA512 | false
          weak    | SHA256withRSA   | SHA256 | false
          """)
  void verifiesDigests(String key, String algorithm, Digest.Algorithm digest, boolean verifies) {
    KeyPair keys = key(key);
    byte[] signature = Keys.sign(algorithm, keys.getPrivate(), MESSAGE);
    Digest given = Digest.of(digest, MESSAGE);
    assertEquals(verifies, Signatures.verifiesDigest(keys.getPublic(), given, signature));
    Digest other = Digest.of(digest, "messagf".getBytes(UTF_8));
    assertFalse(Signatures.verifiesDigest(keys.getPublic(), other, signature));
  }

  /// As the Java platform signs by RFC 8032, 5.1, with a hash before it.
  private static byte[] prehashed(KeyPair keys) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.setParameter(new EdDSAParameterSpec(true));
    signature.initSign(keys.getPrivate());
    signature.update(MESSAGE);
    return signature.sign();
  }

  @Test
  void verifiesPrehashedEd25519() throws GeneralSecurityException {
    KeyPair keys = key("Ed25519");
    byte[] signature = prehashed(keys);
    Digest sha512 = Digest.of(Digest.Algorithm.SHA512, MESSAGE);
    assertTrue(Signatures.verifiesDigest(keys.getPublic(), sha512, signature));
    assertFalse(Signatures.verifiesDigest(key("P-256").getPublic(), sha512, signature));
    assertFalse(Signatures.verifies(keys.getPublic(), Hash.OF_KEY, MESSAGE, signature));
    assertFalse(Signatures.verifiesDigest(keys.getPublic(), Digest.sha256(MESSAGE), signature));
    assertFalse(
        Signatures.verifiesDigest(
            keys.getPublic(), sha512, Arrays.copyOf(signature, signature.length - 1)));
    assertFalse(
        Signatures.verifiesDigest(
            keys.getPublic(), sha512, Arrays.copyOf(signature, signature.length + 1)));
    signature[0] ^= 1;
    assertFalse(Signatures.verifiesDigest(keys.getPublic(), sha512, signature));
  }

  @Test
  void aLogSignsAsItsDetailsSay() throws GeneralSecurityException {
    KeyPair keys = key("Ed25519");
    byte[] pure = Keys.sign("Ed25519", keys.getPrivate(), MESSAGE);
    byte[] hashed = prehashed(keys);
    assertTrue(Signatures.verifies(log(keys, KeyDetails.PKIX_ED25519), MESSAGE, pure));
    assertFalse(Signatures.verifies(log(keys, KeyDetails.PKIX_ED25519), MESSAGE, hashed));
    assertTrue(Signatures.verifies(log(keys, KeyDetails.PKIX_ED25519_PH), MESSAGE, hashed));
    assertFalse(Signatures.verifies(log(keys, KeyDetails.PKIX_ED25519_PH), MESSAGE, pure));
    KeyPair p384 = key("P-384");
    byte[] signature = Keys.sign("SHA384withECDSA", p384.getPrivate(), MESSAGE);
    TrustRoot.Log log = log(p384, KeyDetails.PKIX_ECDSA_P384_SHA_384);
    assertTrue(Signatures.verifies(log, MESSAGE, signature));
  }

  private static TrustRoot.Log log(KeyPair keys, KeyDetails details) {
    TrustRoot.Period period = new TrustRoot.Period(Instant.EPOCH, Optional.empty());
    return new TrustRoot.Log("https://log", Bytes.EMPTY, keys.getPublic(), details, period);
  }

  @ParameterizedTest
  @CsvSource({"P-256", "RSA", "Ed25519"})
  void takesNoSignatureThatIsAltered(String name) {
    KeyPair keys = key(name);
    byte[] good = Keys.sign(Keys.algorithm(keys.getPrivate()), keys.getPrivate(), MESSAGE);
    Digest digest = Digest.sha256(MESSAGE);
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= 1;
      assertFalse(Signatures.verifies(keys.getPublic(), Hash.OF_KEY, MESSAGE, bad), "byte " + i);
      assertFalse(Signatures.verifiesDigest(keys.getPublic(), digest, bad), "byte " + i);
    }
    for (int length : new int[] {0, 1, good.length - 1, good.length + 1, 2048, 2049, 10_000_000}) {
      byte[] bad = Arrays.copyOf(good, length);
      assertFalse(Signatures.verifies(keys.getPublic(), Hash.OF_KEY, MESSAGE, bad), "of " + length);
      assertFalse(Signatures.verifiesDigest(keys.getPublic(), digest, bad), "of " + length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          what                                | r and s in DER
          both zero                           | 3006020100020100
          both one                            | 3006020101020101
          r is the order                      | 3026022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101
          something behind them               | 300602010102010100
          a negative r                        | 30060201ff020101
          an empty sequence                   | 3000
          """)
  void takesNoSpecialNumbers(String what, String hex) {
    byte[] signature = HexFormat.of().parseHex(hex);
    assertFalse(
        Signatures.verifies(key("P-256").getPublic(), Hash.OF_KEY, MESSAGE, signature), what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          what                       | before the digest                            | filled with | verifies
          as it should be            | 003031300d060960864801650304020105000420     | ff          | true
          without NULL               | 00302f300b0609608648016503040201 0420        | ff          | false
          filled with other bytes    | 003031300d060960864801650304020105000420     | fe          | false
          the name of another hash   | 003031300d060960864801650304020305000420     | ff          | false
          no zero in front           | ff3031300d060960864801650304020105000420     | ff          | false
          """)
  void opensRsaAsAWhole(String what, String prefix, String filling, boolean verifies) {
    KeyPair keys = key("RSA");
    byte[] before = HexFormat.of().parseHex(prefix.replace(" ", ""));
    byte[] padded = new byte[256];
    Arrays.fill(padded, HexFormat.of().parseHex(filling)[0]);
    padded[0] = 0;
    padded[1] = 1;
    byte[] hash = Digest.sha256(MESSAGE).bytes();
    System.arraycopy(before, 0, padded, 256 - 32 - before.length, before.length);
    System.arraycopy(hash, 0, padded, 256 - 32, 32);
    assertEquals(verifies, opens(keys, padded), what);
    // what is filled is left out, and what follows the digest is free: Bleichenbacher, 2006
    byte[] early = new byte[256];
    early[1] = 1;
    Arrays.fill(early, 2, 10, (byte) 0xff);
    System.arraycopy(before, 0, early, 10, before.length);
    System.arraycopy(hash, 0, early, 10 + before.length, 32);
    assertFalse(opens(keys, early), what);
  }

  private static boolean opens(KeyPair keys, byte[] padded) {
    RSAPrivateKey secret = (RSAPrivateKey) keys.getPrivate();
    BigInteger number =
        new BigInteger(1, padded).modPow(secret.getPrivateExponent(), secret.getModulus());
    byte[] bytes = number.toByteArray();
    byte[] signature = new byte[256];
    int from = Math.max(0, bytes.length - 256);
    System.arraycopy(bytes, from, signature, 256 - (bytes.length - from), bytes.length - from);
    return Signatures.verifiesDigest(keys.getPublic(), Digest.sha256(MESSAGE), signature);
  }

  @Test
  void anRsaSignatureBeyondTheModulusIsNone() {
    KeyPair keys = key("RSA");
    BigInteger modulus = ((RSAPublicKey) keys.getPublic()).getModulus();
    byte[] message = MESSAGE;
    BigInteger beyond = modulus.shiftLeft(1);
    while (beyond.bitLength() > 2048) {
      message = Arrays.copyOf(message, message.length + 1);
      byte[] good = Keys.sign("SHA256withRSA", keys.getPrivate(), message);
      beyond = new BigInteger(1, good).add(modulus);
    }
    byte[] bytes = beyond.toByteArray();
    byte[] signature = Arrays.copyOfRange(bytes, bytes.length - 256, bytes.length);
    assertFalse(Signatures.verifiesDigest(keys.getPublic(), Digest.sha256(message), signature));
    byte[] zero = new byte[256];
    assertFalse(Signatures.verifiesDigest(keys.getPublic(), Digest.sha256(message), zero));
  }
}
