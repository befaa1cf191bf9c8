package io.policyc.tests.peers.cosign;

import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.tests.peers.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The programs, registries and files of a test, gone when it is closed.
final class World implements AutoCloseable {
  private final Path folder;
  private final NavigableMap<String, Registry> registries = new TreeMap<>();
  private final List<Cosign> cosigns = new ArrayList<>();
  private final Tool oras;

  private World(Path folder) {
    this.folder = folder;
    cosigns.add(new Cosign(2, new Tool(Engine.COSIGN_2.require(), folder)));
    cosigns.add(new Cosign(3, new Tool(Engine.COSIGN_3.require(), folder)));
    oras = new Tool(Engine.ORAS.require(), folder);
  }

  /// Starts both registries.
  static World start() {
    try {
      World world = new World(Files.createTempDirectory("cosign"));
      try {
        world.registries.put("referrers", Registry.start(Engine.REGISTRY));
        world.registries.put("no referrers", Registry.start(Engine.REGISTRY_2));
        world.writeFiles();
        return world;
      } catch (IOException | RuntimeException e) {
        world.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeFiles() throws IOException {
    write(
        "offline.json",
        "{\"mediaType\":\"application/vnd.dev.sigstore.signingconfig.v0.2+json\","
            + "\"rekorTlogConfig\":{},\"tsaConfig\":{}}");
    write(
        "nobody.json",
        "{\"mediaType\":\"application/vnd.dev.sigstore.trustedroot+json;version=0.1\"}");
    write("predicate.json", "{\"checked\":true,\"note\":\"grün\"}");
    write("config.json", "{}");
    for (String name : List.of("one", "other")) {
      write(name + ".txt", name);
      // a module with a custom section of its own name
      byte[] head = {0, 'a', 's', 'm', 1, 0, 0, 0, 0, (byte) (name.length() + 1)};
      byte[] module = java.util.Arrays.copyOf(head, head.length + 1 + name.length());
      module[head.length] = (byte) name.length();
      System.arraycopy(Bytes8.of(name), 0, module, head.length + 1, name.length());
      Files.write(folder.resolve(name + ".wasm"), module);
    }
  }

  void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /// Writes the files from which cosign learns of a Sigstore.
  void believe(Services services) {
    try {
      write("root.json", Bytes8.text(MintedTrustRoot.json(services.root())));
      write("fulcio.pem", services.certificates().chain());
      write("rekor.pub", pem(services.log().first().keys()));
      write("ctfe.pub", pem(services.certificates().log().keys()));
      for (KeylessParty.Time time : KeylessParty.Time.values()) {
        write("services-" + time + ".json", services.signingConfig(time));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pem(KeyPair keys) {
    return Keys.pem("PUBLIC KEY", keys.getPublic().getEncoded());
  }

  Path folder() {
    return folder;
  }

  List<Cosign> cosigns() {
    return cosigns;
  }

  Cosign cosign(int version) {
    return cosigns.get(version - 2);
  }

  /// The registries by what they know.
  NavigableMap<String, Registry> registries() {
    return registries;
  }

  /// What is signed.
  enum Artifact {
    IMAGE(
        "application/vnd.oci.image.config.v1+json",
        ".txt",
        "application/vnd.oci.image.layer.v1.tar"),
    WASM("application/vnd.wasm.config.v0+json", ".wasm", "application/wasm");

    private final String config;
    private final String suffix;
    private final String layer;

    Artifact(String config, String suffix, String layer) {
      this.config = config;
      this.suffix = suffix;
      this.layer = layer;
    }
  }

  /// Two images that oras has pushed.
  Signed.Pair push(Artifact artifact, Registry registry) {
    return new Signed.Pair(push(artifact, registry, "one"), push(artifact, registry, "other"));
  }

  private Piece push(Artifact artifact, Registry registry, String name) {
    Shelf shelf =
        new Shelf(
            registry, "pushed/" + artifact.name().toLowerCase(java.util.Locale.ROOT) + "-" + name);
    oras.run(
            List.of(
                "push",
                "--plain-http",
                shelf.reference(),
                "--annotation=org.opencontainers.image.created=2026-01-01T00:00:00Z",
                "--config=config.json:" + artifact.config,
                name + artifact.suffix + ":" + artifact.layer))
        .orFail();
    return shelf.image();
  }

  @Override
  public void close() {
    registries.values().forEach(Registry::close);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
