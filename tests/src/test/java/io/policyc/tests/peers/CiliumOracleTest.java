package io.policyc.tests.peers;

import static io.policyc.tests.peers.Answer.Verdict.ALLOWED;
import static io.policyc.tests.peers.Answer.Verdict.DENIED;
import static io.policyc.tests.peers.Answer.Verdict.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The client and the program understand each other.
@RequiresEngine(Engine.CILIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumOracleTest {
  private CiliumOracle cilium;

  @BeforeAll
  void start() {
    cilium = CiliumOracle.start(Engine.CILIUM);
  }

  @AfterAll
  void stop() {
    if (cilium != null) {
      cilium.close();
    }
  }

  @Test
  void isTheReleaseOfGoMod() throws IOException {
    Path here = Path.of("peers", "cilium", "go.mod");
    String module = Files.readString(Files.exists(here) ? here : Path.of("tests").resolve(here));
    assertTrue(module.contains("github.com/cilium/cilium v" + cilium.version()), module);
  }

  @Test
  void answersBothEnds() {
    String world =
        Shop.load(
            cilium,
            Shop.policyFor("api", "ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}]"));
    Answer fromPod =
        cilium.explain(world, new Conversation.Packet(Shop.WEB, Shop.API, "TCP", 8080));
    assertTrue(fromPod.allowed());
    assertEquals(ALLOWED, fromPod.egress().verdict());
    assertEquals(1, fromPod.ingress().policies().size());
    Answer fromOutside =
        cilium.explain(world, new Conversation.Packet(Shop.OUTSIDE, Shop.API, "TCP", 8080));
    assertFalse(fromOutside.allowed());
    assertEquals(NONE, fromOutside.egress().verdict());
    assertEquals(DENIED, fromOutside.ingress().verdict());
    assertEquals(Optional.of("default"), fromOutside.ingress().reason());
  }

  @Test
  void keepsTheOrderOfMixedQuestions() {
    String world =
        Shop.load(
            cilium,
            Shop.policyFor(
                "api",
                "ingress: [{toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '/ok'}]}}]}]"));
    List<Conversation> questions = new ArrayList<>();
    List<Boolean> expected = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      boolean ok = i % 3 == 0;
      questions.add(
          i % 2 == 0
              ? new Conversation.Packet(Shop.WEB, Shop.API, "TCP", ok ? 80 : 81)
              : new Conversation.Http(
                  Shop.WEB, Shop.API, 80, "GET", ok ? "/ok" : "/no", "api", Map.of()));
      expected.add(ok);
    }
    assertEquals(expected, cilium.answers(world, questions).stream().map(Answer::allowed).toList());
  }

  @Test
  void namesWhatCannotBeAnswered() {
    Conversation packet = new Conversation.Packet(1, 2, "TCP", 80);
    IllegalStateException trouble =
        assertThrows(IllegalStateException.class, () -> cilium.answers("nowhere", List.of(packet)));
    assertEquals("the engine says: no world \"nowhere\" is loaded", trouble.getMessage());
    assertEquals("1.20.2", cilium.version(), "the engine lives on");
  }

  @Test
  void leavesOutWhatTheAgentWouldNotImport() {
    String bad = Shop.policyFor("api", "ingress: []");
    String good = Shop.policyFor("api", "ingress: [{}]");
    List<DocumentVerdict> refused =
        cilium.load(
            new World(
                "half",
                bad + "\n---\n" + good,
                List.of(
                    Identity.Pod.app(Shop.WEB, "shop", "web"),
                    Identity.Pod.app(Shop.API, "shop", "api"))));
    assertEquals(1, refused.size());
    assertEquals(0, refused.getFirst().index());
    assertFalse(
        cilium.explain("half", new Conversation.Packet(Shop.WEB, Shop.API, "TCP", 80)).allowed());
    cilium.unload("half");
  }
}
