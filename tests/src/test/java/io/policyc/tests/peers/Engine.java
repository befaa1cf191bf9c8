package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A program, or a file, that `tests/peers/build` makes.
public enum Engine {
  /// Cilium 1.20's policy engine.
  CILIUM("cilium"),
  /// The CustomResourceDefinitions of Cilium 1.20's policies, as a file of YAML.
  CILIUM_CRDS("cilium-crds"),
  /// Cilium 1.18's.
  CILIUM_1_18("cilium-1.18"),
  /// Cilium 1.19's.
  CILIUM_1_19("cilium-1.19"),
  /// cosign 2.6.5.
  COSIGN_2("cosign-2"),
  /// cosign 3.1.3.
  COSIGN_3("cosign-3"),
  /// oras 1.3.6, which pushes artifacts.
  ORAS("oras"),
  /// A registry with the referrers API.
  REGISTRY("registry"),
  /// A registry without it.
  REGISTRY_2("registry-2"),
  /// The database of an API server.
  ETCD("etcd"),
  /// The API server of Kubernetes 1.36.
  KUBE_APISERVER("kube-apiserver"),
  /// Kubernetes' own Pod Security admission.
  POD_SECURITY("podsecurity"),
  /// The YAML and JSON reader of Kubernetes 1.36.
  YAML("yaml"),
  /// Envoy 1.36.4 itself.
  ENVOY_1_36("envoy-1.36.4"),
  /// Envoy 1.40.0 itself.
  ENVOY_1_40("envoy-1.40.0");

  private static final ConcurrentMap<Engine, Optional<Path>> KNOWN = new ConcurrentHashMap<>();

  private final String name;

  Engine(String name) {
    this.name = name;
  }

  /// Gives the program. A test that asks for one that was not built is skipped, with the command
  /// that builds it; on a CI machine (`CI=true`) it fails.
  ///
  /// @return an existing file
  public Path require() {
    Optional<Path> program = find();
    if (program.isPresent()) {
      return program.get();
    }
    return required() ? fail(advice()) : Assumptions.abort(advice());
  }

  /// Says how to get the engine.
  String advice() {
    return "`" + name + "` is not built: run tests/peers/build " + name;
  }

  /// Tells whether every engine must be there.
  static boolean required() {
    return "true".equals(System.getenv("CI"));
  }

  /// Gives the program if it is built from the sources as they are now.
  public Optional<Path> find() {
    // Asking costs a few processes, so each engine is asked for once.
    return KNOWN.computeIfAbsent(this, Engine::ask);
  }

  private Optional<Path> ask() {
    try {
      Process process =
          new ProcessBuilder(script().toString(), "--key", name)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(Path.of(answer.strip())).filter(Files::isRegularFile);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException problem) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Surefire runs in the module's folder, other runners at the root.
  private static Path script() {
    Path here = Path.of("peers", "build").toAbsolutePath();
    return Files.exists(here) ? here : Path.of("tests", "peers", "build").toAbsolutePath();
  }
}
