package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static io.policyc.signatures.sigstore.Asked.DIGEST;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import io.policyc.signatures.sigstore.log.Checkpoint;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever comes, there is an answer, and it is no.
class HostileTest {
  /// Checked in; `-Dseed=…` tries others.
  private static final long SEED = Long.getLong("seed", 20261124);

  private static final int ROUNDS = Integer.getInteger("rounds", 1500);
  private static final Verifier VERIFIER = new Verifier(AlteredTable.ROOT);

  private static SignaturePlan keyless() {
    return AlteredTable.keyless();
  }

  /// A change of bytes that signs the same is one that no check needs to see, such as white space;
  /// whatever is accepted must say the same as before.
  @Test
  void changedBundlesSayTheSameOrAreRefused() {
    List<byte[]> good =
        List.of(
            keyless().statement(Asked.signing()).bytes(),
            keyless().version("0.1").kind("intoto/0.0.2").statement(Asked.signing()).bytes(),
            keyless().second().statement(Asked.signing()).bytes());
    Random random = new Random(SEED);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] changed = change(good.get(i % good.size()), random);
      Material material = new Material.Bundle(Bytes.wrap(changed));
      String outcome = outcome(VERIFIER.verify(material, DIGEST, Asked.signed(), NOW));
      seen.merge(outcome, 1, Integer::sum);
    }
    System.out.println("changed bundles: " + seen);
    assertTrue(seen.size() > 8, seen::toString);
    assertTrue(seen.getOrDefault("verified", 0) < ROUNDS / 5, seen::toString);
  }

  @Test
  void changedAnnotationsSayTheSameOrAreRefused() {
    Material.CosignSignature good = keyless().stampedAt(MintedWorld.SIGNED).cosign(Asked.payload());
    List<String> names = good.annotations().keySet().stream().sorted().toList();
    Random random = new Random(SEED);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < ROUNDS; i++) {
      Map<String, String> annotations = new HashMap<>(good.annotations());
      String name = names.get(i % names.size());
      byte[] text = annotations.getOrDefault(name, "").getBytes(UTF_8);
      annotations.put(name, new String(change(text, random), ISO_8859_1));
      Material material = new Material.CosignSignature(good.payload(), annotations);
      seen.merge(outcome(VERIFIER.verify(material, DIGEST, Asked.signed(), NOW)), 1, Integer::sum);
    }
    System.out.println("changed annotations: " + seen);
    assertTrue(seen.size() > 5, seen::toString);
  }

  private static String outcome(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Rejected(var reason, _) -> reason.id();
      case Verdict.Verified(var digest, var signer, _, _) -> {
        assertEquals(DIGEST, digest);
        assertInstanceOf(Verdict.Signer.Identified.class, signer);
        yield "verified";
      }
    };
  }

  private static byte[] change(byte[] good, Random random) {
    byte[] bytes = good.clone();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes[at] = bytes[random.nextInt(bytes.length)];
        case 3 -> bytes = cut(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)));
        default -> bytes = doubled(bytes, at, Math.min(bytes.length, at + random.nextInt(40)));
      }
    }
    return bytes;
  }

  private static byte[] cut(byte[] bytes, int from, int to) {
    byte[] out = Arrays.copyOf(bytes, Math.max(1, bytes.length - (to - from)));
    System.arraycopy(bytes, to, out, from, Math.min(bytes.length - to, out.length - from));
    return out;
  }

  private static byte[] doubled(byte[] bytes, int from, int to) {
    byte[] out = Arrays.copyOf(bytes, bytes.length + to - from);
    System.arraycopy(bytes, from, out, to, bytes.length - from);
    return out;
  }

  static List<String> large() {
    String good = keyless().statement(Asked.signing()).toString();
    String start =
        "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\",\"verificationMaterial\":{";
    return List.of(
        "[".repeat(10_000_000),
        "{\"a\":".repeat(2_000_000),
        "\"".repeat(10_000_000),
        "[" + "0,".repeat(4_999_990) + "0]",
        "{\"mediaType\":" + "9".repeat(9_000_000) + "}",
        start + "\"tlogEntries\":[" + "{},".repeat(3_000_000) + "{}]}}",
        start + names(600_000) + "}}",
        start + "\"certificate\":{\"rawBytes\":\"" + "MIIB".repeat(2_400_000) + "\"}}}",
        good + " ".repeat(9_000_000) + "x");
  }

  private static String names(int count) {
    StringBuilder out = new StringBuilder("\"a\":1");
    for (int i = 0; i < count; i++) {
      out.append(",\"n").append(i).append("\":1");
    }
    return out.toString();
  }

  /// Ten million bytes each; that this test ends is what it says about time.
  @ParameterizedTest(name = "[{index}]")
  @MethodSource("large")
  void largeBundlesAreRefused(String json) {
    Material material = new Material.Bundle(Bytes.wrap(json.getBytes(UTF_8)));
    assertInstanceOf(
        Verdict.Rejected.class, VERIFIER.verify(material, DIGEST, Asked.signed(), NOW));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("large")
  void largePayloadsAndEnvelopesAreRefused(String json) {
    Bytes bytes = Bytes.wrap(json.getBytes(UTF_8));
    Map<String, String> annotations = Map.of("dev.cosignproject.cosign/signature", "AAAA");
    List<Material> materials =
        List.of(
            new Material.CosignSignature(bytes, annotations),
            new Material.CosignAttestation(bytes, annotations));
    Judgement judgement = VERIFIER.verifyAll(materials, DIGEST, Asked.signed(), NOW);
    assertEquals(Optional.empty(), judgement.verified());
    assertEquals(2, judgement.verdicts().size());
  }

  @Test
  void checkpointsOfManyLinesAreRefused() {
    assertEquals(Optional.empty(), Checkpoint.read("\n".repeat(10_000_000)));
    assertEquals(
        Optional.empty(), Checkpoint.read("a\n1\nAAAA\n\n" + "— a AAAAAAAA\n".repeat(1000)));
  }

  @Test
  void noSignatureHidesAnother() {
    Material garbage = new Material.Bundle(Bytes.wrap(CONTENT));
    Material good = Asked.bundle(keyless().statement(Asked.signing()));
    Judgement judgement =
        VERIFIER.verifyAll(List.of(garbage, good, garbage), DIGEST, Asked.signed(), NOW);
    assertTrue(judgement.verified().isPresent());
    assertEquals(3, judgement.verdicts().size());
  }
}
