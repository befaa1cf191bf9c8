package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.sigstore.certificate.CertificateCheck;
import io.policyc.signatures.sigstore.certificate.CertificateTimestamps;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.keys.Certificates;
import io.policyc.signatures.sigstore.keys.Pem;
import io.policyc.signatures.sigstore.keys.PublicKeys;
import io.policyc.signatures.sigstore.timestamp.TimestampCheck;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes: an answer, no exception; and what does not hold for good bytes holds for
/// none that are close to them.
class HostileInputTest {
  private static final int ROUNDS = 1500;
  private static final byte[] SIGNED = "signed".getBytes(UTF_8);
  private static final MintedAuthority AUTHORITY = MintedAuthority.create();
  private static final MintedCertificateLog LOG = MintedCertificateLog.create();
  private static final MintedTimestampAuthority CLOCK = MintedTimestampAuthority.create();
  private static final MintedTrustRoot ROOT =
      new MintedTrustRoot()
          .authority(AUTHORITY.authority())
          .certificateLog(LOG.log())
          .timestampAuthority(CLOCK.authority());
  private static final byte[] LEAF =
      AUTHORITY.leaf().email("a@b.example").issuer("https://i").promisedBy(LOG).mint().der();

  /// Ten million bytes that each parser should soon be tired of.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\0",
        "0",
        "0\u0080",
        "[",
        "{\"a\":",
        "-----BEGIN ",
        "-----BEGIN A-----\n",
        "-----BEGIN A-----\n-----END A-----\n",
        "-----BEGIN A-----\nAAAA\n-----END B-----\n"
      })
  void tenMillionBytesAreRefused(String unit) {
    byte[] bytes = new byte[10_000_000];
    byte[] row = unit.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = row.length == 0 ? (byte) 0xff : row[i % row.length];
    }
    assertInstanceOf(PublicKeys.Read.Refused.class, PublicKeys.read(bytes));
    assertInstanceOf(PublicKeys.Read.Refused.class, PublicKeys.spki(bytes));
    assertInstanceOf(PublicKeys.Read.Refused.class, PublicKeys.pkcs1(bytes));
    assertEquals(Optional.empty(), LeafCertificate.read(bytes));
    assertTrue(Certificates.readPem(bytes, 16).map(List::isEmpty).orElse(true));
    assertTrue(Pem.read(bytes, 16).map(List::isEmpty).orElse(true));
    assertInstanceOf(
        TimestampCheck.Result.Refused.class, TimestampCheck.check(bytes, SIGNED, ROOT.root()));
    assertInstanceOf(TrustRootReader.Result.Refused.class, TrustRootReader.read(bytes));
  }

  @Test
  void alteredCertificatesAreNeverTrusted() {
    int read = 0;
    Random random = new Random(6);
    for (int i = 0; i < ROUNDS; i++) {
      Optional<LeafCertificate> leaf = LeafCertificate.read(altered(LEAF, random));
      if (leaf.isPresent()) {
        read++;
        CertificateTimestamps.check(leaf.get(), AUTHORITY.intermediate(), ROOT.root());
        leaf.get().extension("1.3.6.1.4.1.57264.1.8");
        if (CertificateCheck.at(leaf.get(), List.of(), ROOT.root(), List.of(LeafPlan.BORN))
            instanceof CertificateCheck.Result.Trusted) {
          // a signature can be written in several ways, of what it is over not a bit may differ
          assertArrayEquals(
              signedPart(LeafCertificate.read(LEAF).orElseThrow()), signedPart(leaf.get()));
        }
      }
    }
    assertTrue(read > ROUNDS / 5, "too few that can be read: " + read);
  }

  private static byte[] signedPart(LeafCertificate leaf) {
    try {
      return leaf.certificate().getTBSCertificate();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void alteredTimestampsNeverTellAnotherTime() {
    byte[] good = CLOCK.stamp(SIGNED, LeafPlan.BORN);
    TimestampCheck.Result expected =
        new TimestampCheck.Result.Proven(LeafPlan.BORN, CLOCK.authority());
    int refused = 0;
    Random random = new Random(7);
    for (int i = 0; i < ROUNDS; i++) {
      TimestampCheck.Result result =
          TimestampCheck.check(altered(good, random), SIGNED, ROOT.root());
      if (result instanceof TimestampCheck.Result.Refused) {
        refused++;
      } else {
        assertEquals(expected, result);
      }
    }
    assertTrue(refused > ROUNDS / 2, "refused: " + refused);
  }

  @Test
  void alteredTrustRootsAndKeysAreReadOrRefused() {
    byte[] key = AUTHORITY.rootKeys().getPublic().getEncoded();
    int refused = 0;
    Random random = new Random(8);
    for (int i = 0; i < ROUNDS; i++) {
      PublicKeys.read(altered(key, random));
      if (TrustRootReader.read(altered(ROOT.json(), random))
          instanceof TrustRootReader.Result.Refused) {
        refused++;
      }
    }
    assertTrue(refused > ROUNDS / 5, "refused: " + refused);
  }

  /// One to three changes: a byte, a row of bytes taken out, put in twice, or all that follows cut.
  private static byte[] altered(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(8)) {
        case 0 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 1 -> bytes = spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(9)));
        case 2 -> bytes = spliced(bytes, at, Math.max(0, at - random.nextInt(9)));
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return Arrays.equals(bytes, good) ? altered(good, random) : bytes;
  }

  /// What stands before one place, then what stands from another one on.
  private static byte[] spliced(byte[] bytes, int to, int from) {
    byte[] out = Arrays.copyOf(bytes, to + bytes.length - from);
    System.arraycopy(bytes, from, out, to, bytes.length - from);
    return out.length == 0 ? new byte[1] : out;
  }
}
