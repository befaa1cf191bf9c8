package io.policyc.signatures.oci.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Found;
import io.policyc.signatures.oci.Limits;
import io.policyc.signatures.oci.Manifest;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.SignatureSource;
import io.policyc.signatures.oci.Timekeeper;
import io.policyc.signatures.oci.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OciLayoutTest {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  private static final Repository ANY = new Repository("layout.test", "any");

  @TempDir private Path folder;
  private final List<String> entries = new ArrayList<>();

  @BeforeEach
  void empty() throws IOException {
    Files.createDirectories(folder.resolve("blobs/sha256"));
    Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    index();
  }

  private void index() throws IOException {
    Files.writeString(
        folder.resolve("index.json"),
        "{\"schemaVersion\":2,\"manifests\":[" + String.join(",", entries) + "]}");
  }

  private Digest blob(String content) throws IOException {
    Digest digest = Digest.sha256(content.getBytes(UTF_8));
    Files.writeString(folder.resolve("blobs/sha256/" + digest.hex()), content);
    return digest;
  }

  private Digest manifest(String artifactType, String layers, String more, String annotations)
      throws IOException {
    Digest digest =
        blob(
            """
            {"schemaVersion":2,"mediaType":"%s","artifactType":"%s",
             "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},
             "layers":[%s]%s}"""
                .formatted(MANIFEST, artifactType, blob("{}"), layers, more));
    entries.add(
        "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1,\"annotations\":{%s}}"
            .formatted(MANIFEST, digest, annotations));
    index();
    return digest;
  }

  private static String named(String name) {
    return "\"org.opencontainers.image.ref.name\":\"" + name + "\"";
  }

  private OciLayout layout() {
    return new OciLayout(folder, Limits.DEFAULT);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), Timekeeper.SYSTEM);
  }

  private static void trouble(Trouble.Kind kind, Fetched<?> fetched) {
    var unknown = assertInstanceOf(Fetched.Unknown.class, fetched);
    assertEquals(kind, unknown.trouble().kind(), unknown.trouble().detail());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,1.0,true",
    "ghcr.io/a/b:1.0,1.0,true",
    "localhost:5000/a:1.0,1.0,true",
    "1.0,1,false",
    "x1.0,1.0,false",
    "localhost:5000/a,5000/a,false"
  })
  void tagsAreNamesInTheIndex(String name, String tag, boolean found) throws IOException {
    Digest digest = manifest("", "", "", named(name));
    Fetched<Manifest> fetched = layout().manifest(ANY, tag, soon());
    assertEquals(
        found ? "There" : "NotThere", fetched.getClass().getSimpleName(), fetched.toString());
    if (fetched instanceof Fetched.There<Manifest>(var manifest)) {
      assertEquals(digest, manifest.digest());
    }
  }

  @Test
  void signaturesAreFoundByEveryRoad() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    String bundle = "{\"bundle\":1}";
    manifest(
        BUNDLE,
        "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
            .formatted(BUNDLE, blob(bundle), bundle.length()),
        ",\"subject\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1}"
            .formatted(MANIFEST, image),
        "");
    manifest("", layer("payload"), "", "\"kind\":\"dev.cosignproject.cosign/sigs\"");
    Found found =
        new SignatureSource(layout(), Limits.DEFAULT)
            .find(ANY, image, SignatureSource.Places.BESIDE, soon());
    assertInstanceOf(Found.All.class, found);
    assertEquals(
        List.of("Bundle", "CosignSignature"),
        found.materials().stream().map(one -> one.getClass().getSimpleName()).toList());
  }

  private String layer(String payload) throws IOException {
    return "{\"mediaType\":\"application/vnd.dev.cosign.simplesigning.v1+json\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(blob(payload), payload.length());
  }

  @Test
  void aFolderThatIsNoLayoutIsATrouble() throws IOException {
    Files.delete(folder.resolve("oci-layout"));
    trouble(Trouble.Kind.MALFORMED, layout().manifest(ANY, "1.0", soon()));
    Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"2.0.0\"}");
    trouble(Trouble.Kind.MALFORMED, layout().manifest(ANY, "1.0", soon()));
  }

  @Test
  void aChangedBlobIsNoticed() throws IOException {
    Digest digest = blob("content");
    Files.writeString(folder.resolve("blobs/sha256/" + digest.hex()), "Content");
    trouble(Trouble.Kind.WRONG_DIGEST, layout().blob(ANY, digest, 100, soon()));
    assertEquals(
        new Fetched.NotThere<>(), layout().blob(ANY, Digest.sha256(new byte[] {9}), 100, soon()));
  }

  /// A layout from a stranger must not show what lies outside of it.
  @ParameterizedTest
  @ValueSource(strings = {"blob", "algorithm", "blobs", "index.json", "oci-layout"})
  void linksAreRefused(String what, @TempDir Path outside) throws IOException {
    Digest digest = manifest("", "", "", named("1.0"));
    Path link =
        switch (what) {
          case "blob" -> folder.resolve("blobs/sha256/" + digest.hex());
          case "algorithm" -> folder.resolve("blobs/sha256");
          default -> folder.resolve(what);
        };
    Path moved = outside.resolve("moved");
    Files.move(link, moved);
    Files.createSymbolicLink(link, moved);
    trouble(Trouble.Kind.NOT_ALLOWED, layout().manifest(ANY, "1.0", soon()));
  }

  @Test
  void aFolderInPlaceOfABlobIsRefused() throws IOException {
    Digest digest = Digest.sha256(new byte[] {3});
    Files.createDirectory(folder.resolve("blobs/sha256/" + digest.hex()));
    trouble(Trouble.Kind.NOT_ALLOWED, layout().blob(ANY, digest, 100, soon()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256:../../etc/passwd", "../x:ab", "sha256:", "sha256:%2e%2e"})
  void aDigestThatIsAPathIsNone(String digest) throws IOException {
    entries.add("{\"mediaType\":\"a/b\",\"digest\":\"" + digest + "\",\"size\":1}");
    index();
    trouble(Trouble.Kind.MALFORMED, layout().manifest(ANY, "1.0", soon()));
  }

  @Test
  void aHugeIndexIsRefused() throws IOException {
    Files.write(folder.resolve("index.json"), new byte[Limits.DEFAULT.maxManifest() + 1]);
    trouble(Trouble.Kind.TOO_LARGE, layout().manifest(ANY, "1.0", soon()));
  }

  @Test
  void anIndexOfTooManyIsNotWalked() throws IOException {
    Digest digest = Digest.sha256(new byte[] {4});
    for (int i = 0; i <= Limits.DEFAULT.maxEntries(); i++) {
      entries.add("{\"mediaType\":\"a/b\",\"digest\":\"" + digest + "\",\"size\":1}");
    }
    index();
    trouble(
        Trouble.Kind.TOO_MANY, layout().referrers(ANY, digest, java.util.Optional.empty(), soon()));
  }

  @Test
  void readingEndsByTheDeadline() throws IOException {
    Digest digest = blob("content");
    trouble(
        Trouble.Kind.DEADLINE,
        layout().blob(ANY, digest, 100, Deadline.in(Duration.ZERO, Timekeeper.SYSTEM)));
  }

  @Test
  void aBlobLargerThanAskedForIsNotRead() throws IOException {
    Digest digest = blob("0123456789");
    assertInstanceOf(Fetched.There.class, layout().blob(ANY, digest, 10, soon()));
    trouble(Trouble.Kind.TOO_LARGE, layout().blob(ANY, digest, 9, soon()));
  }

  private Digest bundle(Digest image, String content) throws IOException {
    return manifest(
        BUNDLE,
        "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
            .formatted(BUNDLE, blob(content), content.length()),
        ",\"subject\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1}"
            .formatted(MANIFEST, image),
        "");
  }

  private Found find(Digest image) {
    return new SignatureSource(layout(), Limits.DEFAULT)
        .find(ANY, image, SignatureSource.Places.BESIDE, soon());
  }

  private static void found(int count, List<Trouble.Kind> troubles, Found found) {
    assertEquals(count, found.materials().size(), found.toString());
    assertEquals(troubles, found.troubles().stream().map(Trouble::kind).toList(), found.toString());
  }

  @Test
  void whatIsListedButMissingIsATrouble() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    Digest missing = bundle(image, "{\"bundle\":1}");
    bundle(image, "{\"bundle\":2}");
    Files.delete(folder.resolve("blobs/sha256/" + missing.hex()));
    found(1, List.of(Trouble.Kind.MALFORMED), find(image));
    Files.delete(folder.resolve("blobs/sha256/" + image.hex()));
    trouble(Trouble.Kind.MALFORMED, layout().manifest(ANY, "1.0", soon()));
  }

  @Test
  void whatCannotBeReadHidesNothingElse() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    entries.add(
        "{\"mediaType\":\"a/b\",\"digest\":\"%s\",\"size\":1}".formatted(blob("{\"odd\":1}")));
    bundle(image, "{\"bundle\":1}");
    found(1, List.of(Trouble.Kind.MALFORMED), find(image));
    trouble(
        Trouble.Kind.MALFORMED, layout().referrers(ANY, image, java.util.Optional.empty(), soon()));
  }

  @Test
  void everySignatureOfAKindIsFound() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    String kind = "\"kind\":\"dev.cosignproject.cosign/sigs\"";
    manifest("", layer("one"), "", kind);
    manifest("", layer("other"), "", kind);
    manifest("", layer("third"), "", named("sha256-" + image.hex() + ".sig"));
    found(3, List.of(), find(image));
  }

  private void nested(String list, int times) throws IOException {
    String inner = list;
    for (int i = 0; i < times; i++) {
      Digest index = blob("{\"schemaVersion\":2,\"manifests\":[" + inner + "]}");
      inner =
          "{\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"digest\":\"%s\",\"size\":1}"
              .formatted(index);
    }
    entries.add(inner);
    index();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50})
  void indexesWithinTheIndexAreWalked(int depth) throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    bundle(image, "{\"bundle\":1}");
    manifest("", layer("one"), "", "\"kind\":\"dev.cosignproject.cosign/sigs\"");
    nested(entries.removeLast() + "," + entries.removeLast(), depth);
    found(2, List.of(), find(image));
  }

  @Test
  void walkingIndexesEnds() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    bundle(image, "{\"bundle\":1}");
    nested(entries.getFirst(), Limits.DEFAULT.maxEntries() + 1);
    found(1, List.of(Trouble.Kind.TOO_MANY), find(image));
  }

  @Test
  void aFloodOfSignaturesIsCutAndSaidSo() throws IOException {
    Digest image = manifest("", "", "", named("1.0"));
    manifest("", layer("one"), "", "\"kind\":\"dev.cosignproject.cosign/sigs\"");
    String same = entries.getLast();
    for (int i = 0; i < Limits.DEFAULT.maxSignatures(); i++) {
      entries.add(same);
    }
    index();
    found(1, List.of(Trouble.Kind.TOO_MANY), find(image));
  }
}
