package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.cilium.AllowRule;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumYamlReader;
import io.policyc.compiler.cilium.Comments;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.L7Rules;
import io.policyc.compiler.cilium.PolicyRule;
import io.policyc.compiler.cilium.PortRule;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.tests.gen.Compiled;
import io.policyc.tests.gen.GenInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The different HTTP rules of documents, read back from their YAML.
final class HttpRules {
  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Set<HttpRule> rules = new LinkedHashSet<>();

  /// Adds the rules of every golden file and of every example's checked-in output.
  HttpRules addCheckedIn() throws IOException {
    for (String folder : List.of("compiler/src/test/resources", "examples")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        for (Path file : files.filter(HttpRules::isOutput).sorted().toList()) {
          add(new Source(file.getFileName().toString(), Files.readString(file)));
        }
      }
    }
    return this;
  }

  private static boolean isOutput(Path file) {
    String name = file.toString();
    return name.endsWith(".cilium.yaml") || (name.contains("/cilium/") && name.endsWith(".yaml"));
  }

  /// Adds the rules of made-up inputs.
  HttpRules addGenerated(long seed, int inputs) {
    for (int i = 0; i < inputs; i++) {
      add(new Source("generated.yaml", Compiled.of(GenInput.of(seed + i)).yaml()));
    }
    return this;
  }

  List<HttpRule> all() {
    return List.copyOf(rules);
  }

  private void add(Source source) {
    Checked<List<CiliumNetworkPolicy>> read = CiliumYamlReader.read(source);
    assertEquals(List.of(), read.findings().stream().filter(f -> read.hasErrors()).toList());
    for (CiliumNetworkPolicy policy : read.value()) {
      Stream.concat(policy.spec().stream(), policy.specs().stream()).forEach(this::add);
    }
  }

  private void add(PolicyRule rule) {
    Stream.concat(rule.ingress().stream(), rule.egress().stream())
        .map(AllowRule::toPorts)
        .flatMap(List::stream)
        .map(PortRule::rules)
        .flatMap(Optional::stream)
        .map(L7Rules::httpRules)
        .flatMap(List::stream)
        .forEach(http -> rules.add(http.withComments(Comments.NONE)));
  }
}
