package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static io.policyc.signatures.sigstore.Asked.DIGEST;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A table of altered signatures: whatever is altered in a good one, it is refused, and for the
/// right reason.
abstract class AlteredTable {
  static final MintedWorld WORLD = MintedWorld.create();
  static final MintedWorld OTHER = MintedWorld.create();
  static final TrustRoot ROOT = WORLD.root();
  static final MintedLeaf LEAF = WORLD.leaf();
  static final KeyPair KEYS = Keys.p256();
  static final String ENTRY = "verificationMaterial.tlogEntries.0";
  static final String PROOF = ENTRY + ".inclusionProof";
  static final String SIG = "dsseEnvelope.signatures.0.sig";
  static final String STAMP =
      "verificationMaterial.timestampVerificationData.rfc3161Timestamps.0.signedTimestamp";

  private final List<Altered> all = new ArrayList<>();
  private UnaryOperator<String> wording = UnaryOperator.identity();

  /// Adds every row.
  abstract void rows();

  @TestFactory
  final Stream<DynamicTest> isRefusedForTheRightReason() {
    return all().stream()
        .map(altered -> DynamicTest.dynamicTest(altered.toString(), () -> refused(altered)));
  }

  /// Has its statements worded in another way.
  final AlteredTable worded(UnaryOperator<String> other) {
    wording = other;
    return this;
  }

  final String signing() {
    return wording.apply(Asked.signing());
  }

  final String provenance() {
    return wording.apply(Asked.provenance());
  }

  final String statement(String predicateType) {
    return wording.apply(Asked.statement(predicateType));
  }

  /// All rows, in order.
  final List<Altered> all() {
    if (all.isEmpty()) {
      rows();
    }
    return List.copyOf(all);
  }

  private static void refused(Altered altered) {
    Verdict verdict =
        new Verifier(altered.root())
            .verify(altered.material().get(), DIGEST, altered.demand(), NOW);
    switch (verdict) {
      case Verdict.Rejected(var reason, var detail) -> {
        assertEquals(altered.reason(), reason, detail);
        assertTrue(!detail.isEmpty() && !detail.endsWith("."), detail);
        assertTrue(detail.length() < 1000, detail);
      }
      case Verdict.Verified verified -> fail("accepted: " + verified);
    }
  }

  static SignaturePlan keyless() {
    return SignaturePlan.keyless(WORLD, LEAF);
  }

  static SignaturePlan keyed() {
    return SignaturePlan.keyed(WORLD, KEYS);
  }

  final void add(
      String name, Supplier<Material> material, Demand demand, TrustRoot root, Reason reason) {
    all.add(new Altered(name, material, demand, root, reason));
  }

  final void add(String name, Supplier<JsonTree> bundle, Demand demand, Reason reason) {
    add(name, () -> Asked.bundle(bundle.get()), demand, ROOT, reason);
  }

  /// Alters a bundle that signs an image.
  final void image(String name, Reason reason, Consumer<JsonTree> edit) {
    image(name, reason, keyless(), edit);
  }

  final void image(String name, Reason reason, SignaturePlan plan, Consumer<JsonTree> edit) {
    image(name, reason, () -> plan, edit);
  }

  final void image(
      String name, Reason reason, Supplier<SignaturePlan> plan, Consumer<JsonTree> edit) {
    add(name, () -> edited(plan.get().statement(signing()), edit), Asked.signed(), reason);
  }

  /// Alters a bundle that signs a blob.
  final void blob(String name, Reason reason, Consumer<JsonTree> edit) {
    add(name, () -> edited(keyless().message(CONTENT), edit), Asked.blob(), reason);
  }

  private static JsonTree edited(JsonTree tree, Consumer<JsonTree> edit) {
    edit.accept(tree);
    return tree;
  }

  static JsonTree flip(JsonTree tree, String path, int index) {
    byte[] bytes = Base64.getDecoder().decode(tree.text(path));
    bytes[index] ^= 1;
    return tree.text(path, base64(bytes));
  }

  static byte[] concat(byte[] one, byte[] other) {
    byte[] out = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, out, one.length, other.length);
    return out;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
