package io.policyc.tests.peers.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.tests.gen.Dice;
import io.policyc.tests.peers.ApiClient;
import io.policyc.tests.peers.ApiServer;
import io.policyc.tests.peers.Engine;
import io.policyc.tests.peers.RequiresEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A real API server and `policyc check` say the same of the same texts, as users write them.
///
/// `-Ddocuments=N` asks about more, `-Dseed=random` about others.
@RequiresEngine({Engine.ETCD, Engine.KUBE_APISERVER})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiServerAgreesTest {
  private static final int DOCUMENTS = Integer.getInteger("documents", 1_000);

  private static final int PER_FIELD = Integer.getInteger("values", 3);

  /// One of each type, and what looks like one.
  private static final List<String> VALUES =
      List.of(
          "yes",
          "\"true\"",
          "a",
          "1",
          "-1",
          "1.5",
          "2.0",
          "1e3",
          "99999999999",
          "9223372036854775808",
          "\"1\"",
          "null",
          "[]",
          "[a]",
          "[1]",
          "[null]",
          "[{}]",
          "{}",
          "{a: b}",
          "{a: 1}",
          "{a: null}",
          "1Gi",
          "500m",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          "2026-01-01T0:00:00,5+24:60");

  private ApiServer.Running server;

  @BeforeAll
  void start() {
    server = ApiServer.start();
    for (ServerNamespace namespace : ServerNamespace.ALL) {
      ApiClient.Answer made = server.client().create("/api/v1/namespaces", namespace.text());
      assertEquals(201, made.status(), made.message());
    }
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private record Asked(GenManifest.Generated document, ServerNamespace namespace) {}

  @Test
  void theySayTheSameOfGeneratedDocuments() {
    Dice dice = new Dice(Dice.seed(136));
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      GenManifest.Generated document = GenManifest.of(dice);
      dice.some(ServerNamespace.ALL, 3).forEach(one -> asked.add(new Asked(document, one)));
    }
    List<ApiClient.Answer> answers = asked.parallelStream().map(this::answer).toList();
    Map<String, Integer> tally = new TreeMap<>();
    answers.forEach(answer -> tally.merge("" + answer.status(), 1, Integer::sum));
    System.out.println("documents " + DOCUMENTS + ", requests " + asked.size() + ", " + tally);
    List<String> differences =
        IntStream.range(0, asked.size())
            .mapToObj(i -> difference(asked.get(i), answers.get(i)))
            .flatMap(Optional::stream)
            .toList();
    assertEquals(
        "",
        String.join("\n", differences.stream().limit(20).toList()),
        differences.size() + " differ");
    int judged = tally.getOrDefault("201", 0) + tally.getOrDefault("403", 0);
    assertTrue(tally.getOrDefault("201", 0) > judged / 5, tally.toString());
    assertTrue(tally.getOrDefault("403", 0) > judged / 5, tally.toString());
    assertTrue(tally.getOrDefault("422", 0) < asked.size() / 4, tally.toString());
  }

  /// A field, and a text that has a value for it.
  private record Valued(ServerKind kind, String text) {}

  @Test
  void everyFieldTakesTheSameTypes() {
    Dice dice = new Dice(Dice.seed(1_036));
    List<Valued> asked = new ArrayList<>();
    for (FieldPaths.FieldPath path : FieldPaths.all()) {
      for (String value : VALUES.size() > PER_FIELD ? dice.some(VALUES, PER_FIELD) : VALUES) {
        asked.add(new Valued(path.kind(), path.with(value)));
      }
    }
    List<Integer> statuses =
        asked.parallelStream()
            .map(one -> server.client().create(one.kind().path("unlabelled"), one.text()).status())
            .toList();
    List<String> differences = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < asked.size(); i++) {
      refused += statuses.get(i) == 400 ? 1 : 0;
      if (ServerComparison.isWrong(asked.get(i).text()) != (statuses.get(i) == 400)) {
        differences.add(statuses.get(i) + " " + asked.get(i).text());
      }
    }
    System.out.println("values " + asked.size() + ", refused " + refused);
    assertEquals("", String.join("\n", differences), differences.size() + " differ");
    assertTrue(refused > asked.size() / 5 && refused < asked.size() * 4 / 5, "refused " + refused);
  }

  private ApiClient.Answer answer(Asked asked) {
    String path = asked.document().kind().path(asked.namespace().name());
    return server.client().create(path, asked.document().text());
  }

  private Optional<String> difference(Asked asked, ApiClient.Answer answer) {
    return new ServerComparison(asked.namespace().text())
        .difference(asked.document().kind(), asked.document().text(), answer)
        .map(found -> asked.namespace().labels() + "\n" + asked.document().text() + found + "\n");
  }

  /// What an object is for a server is not always what its text says: each way by itself.
  ///
  /// @param added to a restricted pod: after the name of a place, fields with `;` between lines;
  ///   several with `@` between them
  @ParameterizedTest(name = "{0}: {2}")
  @CsvFileSource(
      resources = "api-server.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void theyTakeATextForTheSame(String what, String namespace, String added, int status) {
    assertAgrees(namespace, ServerPod.with(added), status);
  }

  @Test
  void aTemplateGetsNothingOfAPodsOwn() {
    String pod =
        ServerPod.with(
            "spec hostNetwork: yes @ container ports: [{containerPort: 80}] @ metadata annotations:"
                + " {container.apparmor.security.beta.kubernetes.io/c0: unconfined}");
    String template = pod.substring(pod.indexOf("metadata:")).replace("\n", "\n  ");
    assertAgrees("only-warned", pod, 201);
    assertAgrees(
        ServerKind.POD_TEMPLATE,
        "only-warned",
        "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: web}\ntemplate:\n  " + template,
        201);
  }

  @ParameterizedTest
  @CsvSource({"1000, 201", "9999, 201", "10000, 400", "10001, 400", "100000, 400"})
  void valuesMayBeNestedSoDeep(int depth, int status) {
    String deep = "x: " + "[".repeat(depth) + "]".repeat(depth) + "\n";
    assertAgrees("restricted", ServerPod.with("") + deep, status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "web",
        "a: \0",
        "a: b\n c: d",
        "a: [",
        "{\"apiVersion\": \"v1\", \"kind\": \"Pod\""
      })
  void whatIsNoObjectIsRefused(String text) {
    // A server knows the kind by the path: only of kubectl's files it must be there.
    assertAgrees("unlabelled", text, 400);
  }

  @Test
  void aliasesMayNotMakeItLarge() {
    StringBuilder bomb = new StringBuilder("x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("x%d: &x%d [".formatted(i, i));
      bomb.append("*x%d, ".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertAgrees("restricted", ServerPod.with("") + bomb, 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          enforce: restricted        | 201
          enforce: Restricted        | 422
          enforce: "true"            | 422
          enforce: ""                | 422
          enforce: null              | 422
          enforce: true              | 400
          warn: strict               | 422
          audit-version: v1.36       | 201
          audit-version: v1.99       | 201
          audit-version: latest      | 201
          audit-version: v1.036      | 422
          audit-version: v1.36.4     | 422
          audit-version: V1.36       | 422
          audit-version: 1.36        | 400
          audit-version: "1.36"      | 422
          """)
  void namespacesHaveGoodLabels(String label, int status) {
    String text =
        "{apiVersion: v1, kind: Namespace, metadata: {name: labelled, labels: {pod-security.kubernetes.io/"
            + label
            + "}}}";
    ApiClient.Answer answer = server.client().create("/api/v1/namespaces?dryRun=All", text);
    assertEquals(status, answer.status(), answer.message());
    assertEquals(status != 201, ServerComparison.isBadNamespace(text));
  }

  private void assertAgrees(String namespace, String text, int status) {
    assertAgrees(ServerKind.POD, namespace, text, status);
  }

  private void assertAgrees(ServerKind kind, String namespace, String text, int status) {
    ServerNamespace found =
        ServerNamespace.ALL.stream()
            .filter(n -> n.name().equals(namespace))
            .findFirst()
            .orElseThrow();
    Asked asked = new Asked(new GenManifest.Generated(kind, text), found);
    ApiClient.Answer answer = answer(asked);
    assertEquals(status, answer.status(), () -> text + answer.message());
    assertEquals(Optional.empty(), difference(asked, answer));
  }
}
