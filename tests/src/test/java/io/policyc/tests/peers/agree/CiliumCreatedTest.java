package io.policyc.tests.peers.agree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import io.policyc.tests.peers.ApiClient;
import io.policyc.tests.peers.ApiServer;
import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.RequiresEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A real API server creates every policy that the examples and the golden files hold, and takes
/// none of their fields for unknown.
@RequiresEngine({Engine.ETCD, Engine.KUBE_APISERVER, Engine.CILIUM_CRDS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumCreatedTest {
  // Surefire runs in the folder of the module.
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String POLICIES = "/apis/cilium.io/v2/ciliumnetworkpolicies";
  private static final String CLUSTER = "/apis/cilium.io/v2/ciliumclusterwidenetworkpolicies";

  private ApiServer.Running server;

  @BeforeAll
  void start() throws IOException {
    server = ApiServer.start();
    for (String definition : documents(Engine.CILIUM_CRDS.require())) {
      created("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition);
    }
    for (String path : List.of(POLICIES, CLUSTER)) {
      server.await(() -> server.client().get(path).status() == 200);
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static List<String> documents(Path file) throws IOException {
    return List.of(Files.readString(file).split("(?m)^---$", -1)).stream()
        .filter(document -> !document.isBlank())
        .toList();
  }

  private ApiClient.Answer created(String path, String text) {
    ApiClient.Answer answer = server.client().create(path, text);
    assertEquals(201, answer.status(), () -> answer.message() + "\n" + text);
    return answer;
  }

  @Test
  void everyPolicyIsCreated() throws IOException {
    List<String> policies = new ArrayList<>();
    NavigableSet<String> namespaces = new TreeSet<>(List.of("default"));
    for (Path file : files()) {
      for (String document : documents(file)) {
        policies.add(document);
        read(document).namespace().ifPresent(namespaces::add);
      }
    }
    namespaces.removeAll(List.of("default", "kube-system", "kube-public"));
    namespaces.forEach(
        name ->
            created(
                "/api/v1/namespaces",
                "{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}"));
    for (String policy : policies) {
      String path = path(read(policy)) + "?fieldValidation=Strict";
      assertEquals(List.of(), created(path + "&dryRun=All", policy).warnings(), policy);
    }
    System.out.println("policies created: " + policies.size());
    assertTrue(policies.size() > 100, "only " + policies.size());
  }

  private static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(f -> !f.toString().contains("/target/")).sorted().toList()) {
        boolean golden = file.toString().endsWith(".cilium.yaml");
        boolean example =
            file.startsWith(ROOT.resolve("examples")) && file.toString().endsWith(".yaml");
        if (golden || (example && Files.readString(file).contains("kind: CiliumNetworkPolicy"))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static Manifest read(String document) {
    return Manifests.read(new Source("policy.yaml", document)).value().getFirst();
  }

  private static String path(Manifest policy) {
    return policy.kind().equals("CiliumClusterwideNetworkPolicy")
        ? CLUSTER
        : "/apis/cilium.io/v2/namespaces/"
            + policy.namespace().orElse("default")
            + "/ciliumnetworkpolicies";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          endpointSelector: {}, ingress: [{}]                              | 201
          endpointSelector: {}, ingres: [{}]                               | 400
          endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: 80}]}]}] | 422
          endpointSelector: {}, ingress: [{fromEntities: [nobody]}]        | 422
          ingress: [{}]                                                    | 422
          """)
  void theServerMindsWhatIsWrong(String spec, int status) {
    String text =
        "{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a}, spec: {"
            + spec
            + "}}";
    ApiClient.Answer answer =
        server.client().create(path(read(text)) + "?fieldValidation=Strict&dryRun=All", text);
    assertEquals(status, answer.status(), answer.message());
  }
}
