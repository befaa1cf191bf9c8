package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static io.policyc.signatures.sigstore.Asked.DIGEST;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.JsonTree;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import io.policyc.signatures.trust.TrustRoots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What policyc and sigstore-java are both asked: whether a bundle is about a digest and signed by
/// somebody.
///
/// @param name where it is from, and which one
/// @param root a `trusted_root.json`
record SecondOpinionCase(
    String name, Bytes bundle, Bytes root, Digest digest, Signers.Keyless signers) {
  private static final MintedWorld WORLD = AlteredTable.WORLD;

  @Override
  public String toString() {
    return name;
  }

  /// What policyc says.
  Verdict verdict() {
    if (!(TrustRootReader.read(root.toArray()) instanceof TrustRootReader.Result.Read(var read))) {
      throw new AssertionError(name);
    }
    Demand demand = Asked.by(signers, new Statement.Blob());
    return new Verifier(read).verify(new Material.Bundle(bundle), digest, demand, Asked.NOW);
  }

  /// All of them.
  static List<SecondOpinionCase> all() {
    return Stream.of(real(), minted(), altered(), SecondOpinionMessages.all())
        .flatMap(List::stream)
        .toList();
  }

  /// The bundles of the real world.
  static List<SecondOpinionCase> real() {
    return RealVerdictsTest.TABLE.lines().skip(1).map(SecondOpinionCase::real).toList();
  }

  private static SecondOpinionCase real(String row) {
    List<String> cells = Stream.of(row.split("\\|", -1)).map(String::strip).toList();
    String subject = cells.get(3).replace("BEACON", RealVerdictsTest.BEACON);
    Identity identity = Identity.of(TextRule.of(subject), TextRule.matching("https?://.*"));
    return new SecondOpinionCase(
        "real: %s, %s, %s".formatted(cells.get(0), cells.get(1), cells.get(4)),
        Bytes.wrap(RealBundle.file(cells.get(0))),
        cells.get(1).equals("public-good")
            ? TrustRoots.publicGood().json()
            : Bytes.wrap(RealBundle.file(cells.get(1))),
        Digest.parse(cells.get(2)).orElseThrow(),
        new Signers.Keyless(List.of(identity)));
  }

  /// A statement as sigstore-java reads one: its subject has a name, and all of it is ASCII.
  static String readable(String statement) {
    return statement
        .replace("[{\"digest\"", "[{\"name\":\"app\",\"digest\"")
        .replace("tést", "test");
  }

  /// Whatever the tests mint that is good.
  static List<SecondOpinionCase> minted() {
    List<SecondOpinionCase> all = new ArrayList<>();
    String full = readable(Asked.provenance());
    for (String version : List.of("0.1", "0.2", "0.3")) {
      all.add(minted("message in " + version, plan().version(version).message(CONTENT)));
      all.add(minted("statement in " + version, plan().version(version).statement(full)));
    }
    all.add(minted("signature of an image", plan().statement(readable(Asked.signing()))));
    all.add(minted("cosign 3", plan().statement(Asked.signing().replace("tést", "test"))));
    all.add(minted("no predicate", plan().statement(full.replaceFirst(",\"predicate\":.*", "}"))));
    all.add(minted("beyond ASCII", plan().statement(full.replace("test", "tést"))));
    all.add(minted("intoto 0.0.2", plan().kind("intoto/0.0.2").statement(full)));
    all.add(minted("stamped message", plan().stampedAt(MintedWorld.SIGNED).message(CONTENT)));
    all.add(minted("stamped statement", plan().stampedAt(MintedWorld.SIGNED).statement(full)));
    all.add(
        minted(
            "two stamps",
            plan().stampedAt(MintedWorld.SIGNED, MintedWorld.SIGNED).message(CONTENT)));
    all.add(minted("Rekor 2 message", plan().second().message(CONTENT)));
    all.add(minted("Rekor 2 statement", plan().second().statement(full)));
    all.add(
        minted("P-384 statement by SHA-256", p384().algorithm("SHA256withECDSA").statement(full)));
    all.add(minted("P-384 statement", p384().statement(full)));
    return all;
  }

  private static SignaturePlan p384() {
    MintedLeaf leaf =
        WORLD
            .authority()
            .leaf(Keys.p384())
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(WORLD.certificateLog())
            .mint();
    return SignaturePlan.keyless(WORLD, leaf);
  }

  private static SignaturePlan plan() {
    return AlteredTable.keyless();
  }

  private static SecondOpinionCase minted(String name, JsonTree bundle) {
    return of("minted: " + name, bundle);
  }

  /// About what the mint signs, by whom it signs for.
  static SecondOpinionCase of(String name, JsonTree bundle) {
    return new SecondOpinionCase(
        name,
        Bytes.wrap(bundle.bytes()),
        Bytes.wrap(WORLD.trustRoot().json()),
        DIGEST,
        new Signers.Keyless(
            List.of(
                Identity.of(TextRule.of(MintedWorld.SUBJECT), TextRule.of(MintedWorld.ISSUER)))));
  }

  /// Whatever is altered in a bundle, as far as it is asked for an identity.
  static List<SecondOpinionCase> altered() {
    return AlteredReasonsTest.tables()
        .flatMap(table -> table.worded(SecondOpinionCase::readable).all().stream())
        .flatMap(SecondOpinionCase::altered)
        .toList();
  }

  private static Stream<SecondOpinionCase> altered(Altered altered) {
    return altered.material().get() instanceof Material.Bundle(Bytes json)
            && altered.demand().signers() instanceof Signers.Keyless signers
        ? Stream.of(
            new SecondOpinionCase(
                "altered: " + altered.name(),
                json,
                Bytes.wrap(MintedTrustRoot.json(altered.root())),
                DIGEST,
                signers))
        : Stream.empty();
  }
}
