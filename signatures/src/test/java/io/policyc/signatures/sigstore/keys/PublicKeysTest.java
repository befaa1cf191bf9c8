package io.policyc.signatures.sigstore.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedLeaf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublicKeysTest {
  private static final KeyPair P256 = Keys.p256();
  private static final KeyPair RSA = Keys.rsa(2048);
  private static final MintedLeaf LEAF = MintedAuthority.create().leaf().email("a@b").mint();

  private static byte[] spki(KeyPair keys) {
    return keys.getPublic().getEncoded();
  }

  private static byte[] pkcs1(KeyPair keys) {
    return SubjectPublicKeyInfo.getInstance(spki(keys)).getPublicKeyData().getBytes();
  }

  private static byte[] pem(String label, byte[] content) {
    return Keys.pem(label, content).getBytes(US_ASCII);
  }

  private static byte[] around(String before, byte[] text, String after) {
    return (before + new String(text, US_ASCII) + after).getBytes(US_ASCII);
  }

  static Stream<Arguments> keys() {
    KeyPair p384 = Keys.p384();
    KeyPair p521 = Keys.p521();
    KeyPair edwards = Keys.ed25519();
    byte[] text = pem("PUBLIC KEY", spki(P256));
    PublicKey key = P256.getPublic();
    return Stream.of(
        arguments("P-256 in PEM", text, key),
        arguments("P-256 in DER", spki(P256), key),
        arguments("P-384", pem("PUBLIC KEY", spki(p384)), p384.getPublic()),
        arguments("P-521", pem("PUBLIC KEY", spki(p521)), p521.getPublic()),
        arguments("Ed25519", pem("PUBLIC KEY", spki(edwards)), edwards.getPublic()),
        arguments("RSA", pem("PUBLIC KEY", spki(RSA)), RSA.getPublic()),
        arguments("RSA, PKCS #1", pem("RSA PUBLIC KEY", pkcs1(RSA)), RSA.getPublic()),
        arguments("certificate in PEM", LEAF.pem().getBytes(US_ASCII), LEAF.keys().getPublic()),
        arguments("certificate in DER", LEAF.der(), LEAF.keys().getPublic()),
        arguments("lines that end as on Windows", crlf(text), key),
        arguments("words around", around("the key of\nnobody\n", text, "\nfin\n"), key),
        arguments("no end of line at the end", Arrays.copyOf(text, text.length - 1), key));
  }

  private static byte[] crlf(byte[] text) {
    return new String(text, US_ASCII).replace("\n", "\r\n").getBytes(US_ASCII);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void readsKeys(String what, byte[] bytes, PublicKey expected) {
    assertEquals(new PublicKeys.Read.Key(expected), PublicKeys.read(bytes), what);
  }

  static Stream<Arguments> refused() {
    byte[] text = pem("PUBLIC KEY", spki(P256));
    byte[] offCurve = spki(P256);
    offCurve[offCurve.length - 1] ^= 1;
    String dsa =
        "3081a9300906072a8648ce3804010381" + "9b00" + "00".repeat(0x9a); // id-dsa, no key at all
    return Stream.of(
        arguments("nothing", new byte[0], "is no public key"),
        arguments("words", "my key".getBytes(US_ASCII), "is no public key"),
        arguments("a key that is cut", Arrays.copyOf(spki(P256), 50), "is no public key"),
        arguments("something behind it", Arrays.copyOf(spki(P256), 92), "is no public key"),
        arguments("PEM that is cut", Arrays.copyOf(text, 100), "is no whole PEM text"),
        arguments("PEM with another end", swapped(text), "is no whole PEM text"),
        arguments(
            "PEM with letters that are none",
            new String(text, US_ASCII).replace("MFkw", "MF*w").getBytes(US_ASCII),
            "is no whole PEM text"),
        arguments(
            "two keys",
            around("", text, new String(text, US_ASCII)),
            "holds more than one key, of which only one can be meant"),
        arguments(
            "three keys",
            around("", text, new String(text, US_ASCII).repeat(2)),
            "is no whole PEM text"),
        arguments(
            "a private key",
            pem("PRIVATE KEY", P256.getPrivate().getEncoded()),
            "is a private key, which nobody but its holder should have"),
        arguments(
            "cosign's private key",
            pem("ENCRYPTED SIGSTORE PRIVATE KEY", new byte[40]),
            "is a private key, which nobody but its holder should have"),
        arguments(
            "another kind of PEM",
            pem("CERTIFICATE REQUEST", new byte[40]),
            "is PEM of another kind, `CERTIFICATE REQUEST`"),
        arguments(
            "a label that plays tricks",
            pem("\u0007", new byte[40]),
            "is PEM of another kind, `\\u0007`"),
        arguments(
            "a broken certificate",
            pem("CERTIFICATE", new byte[40]),
            "is a certificate that cannot be read"),
        arguments("no RSA key", pem("RSA PUBLIC KEY", spki(P256)), "is no public key"),
        arguments("no RSA key at all", pem("RSA PUBLIC KEY", new byte[] {1}), "is no RSA key"),
        arguments(
            "RSA of 1024 bits",
            pem("PUBLIC KEY", spki(Keys.rsa(1024))),
            "is an RSA key of 1024 bits, which is weak: 2048 is the least"),
        arguments(
            "RSA of 2047 bits",
            rsa(BigInteger.ONE.shiftLeft(2046).setBit(0), BigInteger.valueOf(65537)),
            "is an RSA key of 2047 bits, which is weak: 2048 is the least"),
        arguments(
            "RSA with exponent 1",
            rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.ONE),
            "is no public key"),
        arguments(
            "RSA with an even exponent",
            rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.valueOf(65538)),
            "is an RSA key of unusual form"),
        arguments(
            "RSA with an exponent of 33 bits",
            rsa(BigInteger.ONE.shiftLeft(2047).setBit(0), BigInteger.ONE.shiftLeft(32).setBit(0)),
            "is an RSA key of unusual form"),
        arguments(
            "RSA with an even modulus",
            rsa(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(65537)),
            "is an RSA key of unusual form"),
        arguments(
            "a point that is not on its curve",
            pem("PUBLIC KEY", offCurve),
            "is an elliptic key whose point is not on its curve"),
        arguments(
            "X25519",
            pem("PUBLIC KEY", x25519()),
            "is a key of a kind that is not supported, `1.3.101.110`"),
        arguments(
            "DSA",
            HexFormat.of().parseHex(dsa),
            "is a key of a kind that is not supported, `1.2.840.10040.4.1`"),
        arguments(
            "secp256k1",
            secp256k1(),
            "is an elliptic key on a curve other than P-256, P-384 and P-521"),
        arguments("more than 64 KiB", new byte[64 * 1024 + 1], "is longer than 64 KiB"));
  }

  private static byte[] swapped(byte[] text) {
    return new String(text, US_ASCII).replace("END PUBLIC", "END RSA PUBLIC").getBytes(US_ASCII);
  }

  private static byte[] rsa(BigInteger modulus, BigInteger exponent) {
    try {
      return pem("RSA PUBLIC KEY", new RSAPublicKey(modulus, exponent).getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] x25519() {
    return HexFormat.of().parseHex("302a300506032b656e032100" + "09".repeat(32));
  }

  private static byte[] secp256k1() {
    return HexFormat.of()
        .parseHex(
            "3056301006072a8648ce3d020106052b8104000a034200"
                + "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                + "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8");
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("refused")
  void refuses(String what, byte[] bytes, String why) {
    assertEquals(new PublicKeys.Read.Refused(why), PublicKeys.read(bytes), what);
  }

  @Test
  void aWeakKeyInACertificateIsRefused() {
    MintedLeaf weak = MintedAuthority.create().leaf(Keys.rsa(1024)).email("a@b").mint();
    assertEquals(
        new PublicKeys.Read.Refused("is an RSA key of 1024 bits, which is weak: 2048 is the least"),
        PublicKeys.read(weak.der()));
  }
}
