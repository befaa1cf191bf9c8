package io.policyc.cli.inspectwasm;

import io.policyc.cli.UsageException;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Descriptor;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Limits;
import io.policyc.signatures.oci.Manifest;
import io.policyc.signatures.oci.Repository;
import io.policyc.signatures.oci.Timekeeper;
import io.policyc.signatures.oci.layout.OciLayout;
import io.policyc.signatures.wasm.ArtifactContent;
import io.policyc.signatures.wasm.ArtifactReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The images of a layout on disk.
final class LayoutImages {
  private static final int MAX_IMAGES = 1_000;
  private static final int MAX_LAYERS = 1_000;
  // all layers of an image lie in memory at the same time
  private static final long MAX_IMAGE_BYTES = InspectWasm.MAX_BYTES;
  private static final Repository ANY = new Repository("layout.invalid", "image");

  private final OciLayout layout;
  private final Deadline deadline = Deadline.in(Duration.ofMinutes(5), Timekeeper.SYSTEM);
  private final List<Inspected> images = new ArrayList<>();

  LayoutImages(Path folder) {
    this.layout = new OciLayout(folder, Limits.DEFAULT);
  }

  List<Inspected> all() {
    got(layout.images(), "the layout").forEach(this::manifest);
    return images;
  }

  private void manifest(Descriptor descriptor) {
    String name = "the manifest " + descriptor.digest();
    switch (got(layout.manifest(ANY, descriptor.digest(), deadline), name)) {
      case Manifest.Image image -> image(image, descriptor.platform());
      case Manifest.Index index -> index.manifests().forEach(this::child);
    }
  }

  // An index within an index is no image for any platform.
  private void child(Descriptor descriptor) {
    String name = "the manifest " + descriptor.digest();
    if (got(layout.manifest(ANY, descriptor.digest(), deadline), name)
        instanceof Manifest.Image image) {
      image(image, descriptor.platform());
    }
  }

  private void image(Manifest.Image image, Optional<String> platform) {
    if (images.size() == MAX_IMAGES || image.layers().size() > MAX_LAYERS) {
      throw new UsageException("the layout holds too many images or layers");
    }
    Bytes config =
        got(
            layout.blob(ANY, image.config().digest(), Limits.DEFAULT.maxManifest(), deadline),
            "the config " + image.config().digest());
    String name = image.digest() + platform.map(on -> " (" + on + ")").orElse("");
    images.add(
        Inspected.image(
            name,
            ArtifactReader.read(
                new ArtifactContent(
                    image.config().mediaType(),
                    config,
                    layers(image),
                    image.annotations(),
                    platform))));
  }

  private List<ArtifactContent.Layer> layers(Manifest.Image image) {
    List<ArtifactContent.Layer> layers = new ArrayList<>();
    long left = MAX_IMAGE_BYTES;
    for (Descriptor layer : image.layers()) {
      Optional<Bytes> content =
          layout.blob(ANY, layer.digest(), left, deadline) instanceof Fetched.There<Bytes>(var b)
              ? Optional.of(b)
              : Optional.empty();
      left -= content.map(Bytes::length).orElse(0);
      layers.add(new ArtifactContent.Layer(layer.mediaType(), layer.digest(), content));
    }
    return layers;
  }

  private static <T> T got(Fetched<T> fetched, String what) {
    return switch (fetched) {
      case Fetched.There<T>(var value) -> value;
      case Fetched.NotThere<T> _ -> throw new UsageException(what + " is not in the folder");
      case Fetched.Unknown<T>(var trouble) ->
          throw new UsageException("the layout cannot be read: " + trouble.detail());
    };
  }
}
