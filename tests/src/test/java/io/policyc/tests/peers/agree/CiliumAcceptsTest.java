package io.policyc.tests.peers.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundReader;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import io.policyc.tests.gen.Compiled;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.gen.GenInput;
import io.policyc.tests.peers.CiliumOracle;
import io.policyc.tests.peers.DocumentVerdict;
import io.policyc.tests.peers.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The API server's schema and the agent of each version that is aimed at accept every object.
///
/// `-Dinputs=N` makes up more inputs.
@Tag("peers")
class CiliumAcceptsTest {
  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long SEED = 1_000_000;
  private static final int INPUTS = Integer.getInteger("inputs", 10_000);
  // Documents in one question: few enough for a line, many enough that the line costs nothing.
  private static final int BATCH = 200;

  @ParameterizedTest
  @EnumSource(CiliumVersion.class)
  void whatIsAimedAtAVersionIsAcceptedByIt(CiliumVersion version) {
    List<String> texts = new ArrayList<>();
    long seed = Dice.seed(SEED);
    for (int i = 0; i < INPUTS; i++) {
      if (GenInput.of(seed + i).settings().cilium().version() == version) {
        Compiled.of(GenInput.of(seed + i)).documents().forEach(d -> texts.add(d.text()));
      }
    }
    assertTrue(texts.size() >= INPUTS / 4, () -> "only " + texts.size() + " documents");
    accepts(version, texts);
  }

  @ParameterizedTest
  @EnumSource(CiliumVersion.class)
  void theExamplesAreAccepted(CiliumVersion version) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path example : list(ROOT.resolve("examples"))) {
      List<Source> sources = new ArrayList<>();
      for (Path file : list(example)) {
        if (file.toString().endsWith(".policy")) {
          sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
        }
      }
      Compiled.of(sources, aimedAt(version), found(example.resolve("k8s")))
          .forEach(document -> texts.add(document.text()));
    }
    assertTrue(texts.size() >= 20, () -> "only " + texts.size() + " documents");
    accepts(version, texts);
  }

  private static Found found(Path folder) throws IOException {
    List<Manifest> objects = new ArrayList<>();
    for (Path file : Files.isDirectory(folder) ? list(folder) : List.<Path>of()) {
      objects.addAll(Manifests.read(file.toString(), Files.readAllBytes(file)).value());
    }
    return FoundReader.read(objects, List.of()).value();
  }

  private static Settings aimedAt(CiliumVersion version) {
    Settings.Cilium c = Settings.DEFAULT.cilium();
    return Settings.DEFAULT.with(
        new Settings.Cilium(version, c.httpRules(), c.dns(), c.domain(), c.search()));
  }

  @ParameterizedTest
  @EnumSource(CiliumVersion.class)
  void goldenFilesAreAccepted(CiliumVersion version) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(CiliumAcceptsTest::isGolden).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    if (!texts.isEmpty()) {
      accepts(version, texts);
    }
  }

  private static boolean isGolden(Path file) {
    return file.toString().endsWith(".cilium.yaml") && !file.toString().contains("/target/");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void accepts(CiliumVersion version, List<String> texts) {
    try (CiliumOracle oracle = CiliumOracle.start(engine(version))) {
      int documents = 0;
      for (int at = 0; at < texts.size(); at += BATCH) {
        List<String> batch = texts.subList(at, Math.min(at + BATCH, texts.size()));
        List<DocumentVerdict> verdicts = oracle.validate(String.join("\n---\n", batch));
        documents += verdicts.size();
        List<DocumentVerdict> refused =
            verdicts.stream().filter(verdict -> !verdict.accepted()).toList();
        assertEquals(List.of(), refused, () -> explain(refused, batch));
      }
      System.out.println("Cilium " + oracle.version() + " accepts " + documents + " documents");
      assertTrue(documents >= texts.size());
    }
  }

  private static String explain(List<DocumentVerdict> refused, List<String> batch) {
    String name = refused.getFirst().name();
    return refused.getFirst()
        + "\n"
        + batch.stream().filter(text -> text.contains("name: " + name)).findFirst().orElse("");
  }

  private static Engine engine(CiliumVersion version) {
    return switch (version) {
      case V1_18 -> Engine.CILIUM_1_18;
      case V1_19 -> Engine.CILIUM_1_19;
      case V1_20 -> Engine.CILIUM;
    };
  }
}
