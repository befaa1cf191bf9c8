package io.policyc.signatures.oci.layout;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Descriptor;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Gathered;
import io.policyc.signatures.oci.Limits;
import io.policyc.signatures.oci.Manifest;
import io.policyc.signatures.oci.ManifestReader;
import io.policyc.signatures.oci.ReferrersTag;
import io.policyc.signatures.oci.Registry;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A layout on disk: `oci-layout`, `index.json` and `blobs/`. It holds one repository, whatever
/// name it is asked by.
///
/// A tag is what `index.json` says in the annotation `org.opencontainers.image.ref.name`; a full
/// reference there ends with the tag. `cosign save` names signatures by an annotation `kind`
/// instead: they lie at the tag of any image of the layout. Referrers are the manifests of
/// `index.json` with that subject, and what the index at the fallback tag lists.
///
/// @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md">OCI
///   Image Spec 1.1, Image Layout</a>
public final class OciLayout implements Registry {
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String NAME = "org.opencontainers.image.ref.name";
  private static final String KIND = "kind";
  private static final String SIGNATURES = "dev.cosignproject.cosign/sigs";
  private static final String ATTESTATIONS = "dev.cosignproject.cosign/atts";

  private static final int MAX_MARKER = 4_096;

  private final LayoutFiles files;
  private final Limits limits;

  /// @param root folder of the layout; links below it are refused
  public OciLayout(Path root, Limits limits) {
    this.files = new LayoutFiles(root);
    this.limits = limits;
  }

  /// What `index.json` lists: the images of the layout.
  public Fetched<List<Descriptor>> images() {
    return marked()
        .then(marker -> files.read(List.of("index.json"), limits.maxManifest()))
        .then(content -> parsed(content, Digest.sha256(content.view()), INDEX))
        .then(
            manifest ->
                manifest instanceof Manifest.Index index
                    ? new Fetched.There<>(index.manifests())
                    : Fetched.unknown(Trouble.Kind.MALFORMED, "`index.json` is no index"));
  }

  /// A folder that is no layout must not look like one without signatures.
  private Fetched<Bytes> marked() {
    Fetched<Bytes> marker = files.read(List.of("oci-layout"), MAX_MARKER);
    return switch (marker) {
      case Fetched.Unknown<Bytes> unknown -> unknown;
      case Fetched.There<Bytes>(var content) when isVersion1(content) -> marker;
      case Fetched.There<Bytes> other ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "`oci-layout` does not say version 1");
      case Fetched.NotThere<Bytes> nothing ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "there is no `oci-layout` in the folder");
    };
  }

  private static boolean isVersion1(Bytes content) {
    return JsonReader.read(content.view())
        .flatMap(json -> json.get("imageLayoutVersion"))
        .flatMap(Json::asText)
        .filter(version -> version.startsWith("1."))
        .isPresent();
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
    return images()
        .then(
            list ->
                list.stream()
                    .filter(entry -> isTagged(entry, tag))
                    .findFirst()
                    .<Fetched<Manifest>>map(entry -> listed(entry, deadline))
                    .orElseGet(Fetched.NotThere::new));
  }

  private static boolean isTagged(Descriptor entry, String tag) {
    String name = entry.annotations().getOrDefault(NAME, "");
    String kind = entry.annotations().getOrDefault(KIND, "");
    return name.equals(tag)
        || (name.endsWith(":" + tag) && name.lastIndexOf('/') < name.length() - tag.length())
        || (tag.endsWith(".sig") && kind.equals(SIGNATURES))
        || (tag.endsWith(".att") && kind.equals(ATTESTATIONS));
  }

  @Override
  public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline deadline) {
    return manifest(digest, "", deadline);
  }

  private Fetched<Manifest> manifest(Digest digest, String mediaType, Deadline deadline) {
    return blob(digest, limits.maxManifest(), deadline)
        .then(content -> parsed(content, digest, mediaType));
  }

  private static Fetched<Manifest> parsed(Bytes content, Digest digest, String mediaType) {
    return switch (ManifestReader.read(content, digest, mediaType)) {
      case ManifestReader.Reading.Read(var manifest) -> new Fetched.There<>(manifest);
      case ManifestReader.Reading.Refused(var why) ->
          Fetched.unknown(Trouble.Kind.MALFORMED, "the manifest " + digest + ": " + why);
    };
  }

  @Override
  public Fetched<Bytes> blob(
      Repository repository, Digest digest, long maxBytes, Deadline deadline) {
    return blob(digest, maxBytes, deadline);
  }

  private Fetched<Bytes> blob(Digest digest, long maxBytes, Deadline deadline) {
    if (deadline.over()) {
      return Fetched.unknown(Trouble.Kind.DEADLINE, "the time was over while reading a layout");
    }
    return files
        .read(List.of("blobs", digest.algorithm().word(), digest.hex()), maxBytes)
        .then(
            content ->
                Digest.of(digest.algorithm(), content.view()).equals(digest)
                    ? new Fetched.There<>(content)
                    : Fetched.unknown(
                        Trouble.Kind.WRONG_DIGEST, "the blob " + digest + " is another one"));
  }

  /// What an index lists has to be there.
  private Fetched<Manifest> listed(Descriptor entry, Deadline deadline) {
    Fetched<Manifest> fetched = manifest(entry.digest(), entry.mediaType(), deadline);
    return fetched instanceof Fetched.NotThere<Manifest>
        ? Fetched.unknown(
            Trouble.Kind.MALFORMED, "the manifest " + entry.digest() + " is listed but not there")
        : fetched;
  }

  /// Every manifest at that tag: `cosign save` lays several of one kind side by side.
  @Override
  public Gathered<Manifest> everyManifest(Repository repository, String tag, Deadline deadline) {
    LayoutWalk walk = walk(deadline);
    List<Manifest> manifests = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>(walk.troubles());
    long bytes = 0;
    for (Descriptor entry : walk.entries()) {
      if (!isTagged(entry, tag)) {
        continue;
      }
      if (manifests.size() >= limits.maxSignatures() || bytes > limits.maxSignatureBytes()) {
        troubles.add(
            new Trouble(
                Trouble.Kind.TOO_MANY, "a layout holds more signatures than are looked at"));
        break;
      }
      switch (listed(entry, deadline)) {
        case Fetched.There<Manifest>(var manifest) -> {
          manifests.add(manifest);
          bytes += manifest.content().length();
        }
        case Fetched.Unknown<Manifest>(var trouble) -> troubles.add(trouble);
        case Fetched.NotThere<Manifest>() -> {}
      }
    }
    return new Gathered<>(manifests, troubles);
  }

  @Override
  public Fetched<List<Descriptor>> referrers(
      Repository repository, Digest subject, Optional<String> artifactType, Deadline deadline) {
    return everyReferrer(repository, subject, deadline)
        .whole()
        .then(all -> new Fetched.There<>(ReferrersTag.filtered(all, artifactType)));
  }

  @Override
  public Gathered<Descriptor> everyReferrer(
      Repository repository, Digest subject, Deadline deadline) {
    LayoutWalk walk = walk(deadline);
    List<Descriptor> referring = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>(walk.troubles());
    switch (ReferrersTag.referrers(this, repository, subject, Optional.empty(), deadline)) {
      case Fetched.There<List<Descriptor>>(var list) -> referring.addAll(list);
      case Fetched.NotThere<List<Descriptor>>() -> {}
      case Fetched.Unknown<List<Descriptor>>(var trouble) -> troubles.add(trouble);
    }
    for (Descriptor entry : walk.entries()) {
      switch (listed(entry, deadline)) {
        case Fetched.There<Manifest>(var manifest) -> {
          if (subjectOf(manifest).map(Descriptor::digest).equals(Optional.of(subject))) {
            referring.add(entry);
          }
        }
        case Fetched.Unknown<Manifest>(var trouble) -> troubles.add(trouble);
        case Fetched.NotThere<Manifest>() -> {}
      }
    }
    return new Gathered<>(
        referring.stream().distinct().toList(), troubles.stream().distinct().toList());
  }

  private LayoutWalk walk(Deadline deadline) {
    return switch (images()) {
      case Fetched.There<List<Descriptor>>(var list) ->
          LayoutWalk.of(list, limits.maxEntries(), entry -> listed(entry, deadline));
      case Fetched.NotThere<List<Descriptor>>() -> new LayoutWalk(List.of(), List.of());
      case Fetched.Unknown<List<Descriptor>>(var trouble) ->
          new LayoutWalk(List.of(), List.of(trouble));
    };
  }

  @Override
  public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
    return images()
        .then(
            list ->
                new Fetched.There<>(
                    list.stream()
                        .map(entry -> entry.annotations().getOrDefault(NAME, ""))
                        .map(name -> name.substring(name.lastIndexOf(':') + 1))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList()));
  }

  private static Optional<Descriptor> subjectOf(Manifest manifest) {
    return switch (manifest) {
      case Manifest.Image image -> image.subject();
      case Manifest.Index index -> index.subject();
    };
  }
}
