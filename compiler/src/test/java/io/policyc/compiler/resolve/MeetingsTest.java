package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.PortRange;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The boxes of [Meetings] find what comparing every pair of grants finds.
final class MeetingsTest {
  private static final String NAMES =
      """
      namespace a
      workload w0 { app: w0; port p 80; port q 81-90 }
      workload w1 { app: w1; port p 80; port q 81-90 }
      workload w2 { app in (w0, w2); port p 80; port q 81-90 }
      workload w3 { track: canary; port p 80; port q 81-90 }
      workload w4 { app: w1; track: stable; port p 80; port q 81-90 }
      workload w5 in b { app: w0; port p 80; port q 81-90 }
      external e0 { host a.example.com; port 80, 81-90 }
      external e1 { host *.example.com; port 80, 81-90 }
      external e2 { host b.example.com; cidr 10.0.0.0/8; port 80, 81-90 }
      external e3 { host **.org; cidr 10.1.0.0/16; port 80, 81-90 }
      external e4 { cidr 192.0.2.0/24; port 80, 81-90 }
      external e5 { host *.com; port 80, 81-90 }
      external e6 { host api-*.example.com; host example.org; port 80, 81-90 }
      """;
  private static final List<String> SENDERS =
      List.of("w0", "w1", "w2", "w3", "w4", "w5", "every pod", "every pod in b", "anyone but w0");
  private static final List<String> RECEIVERS =
      List.of(
          "w0",
          "w1",
          "w2",
          "w3",
          "w4",
          "w5",
          "e0",
          "e1",
          "e2",
          "e3",
          "e4",
          "e5",
          "e6",
          "world",
          "every pod",
          "every pod { app: w1 }",
          "anyone outside a",
          "cluster");
  private static final List<String> PORTS = List.of("port 80", "port 81", "port 82-90", "port 81");
  private static final List<String> GUARDS = List.of("", "", " with sni x.org", " with sni y.org");

  @Test
  void findWhatComparingEveryPairFinds() {
    Random random = new Random(11);
    int met = 0;
    for (int i = 0; i < 400; i++) {
      Checked<Model> resolved = Case.of("m.policy", NAMES + sentences(random)).resolve();
      Set<Integer> found =
          resolved.findings().stream()
              .filter(f -> f.rule().equals("PC0316"))
              .map(f -> f.at().orElseThrow().line())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(everyPair(resolved.value().grants()), found);
      met += found.isEmpty() ? 0 : 1;
    }
    assertTrue(met > 80 && met < 320, "one-sided: " + met);
  }

  @Test
  void areRefusedWhereComparingThemWouldTakeTooLong() {
    StringBuilder text = new StringBuilder("namespace a\nworkload w { app: w; port p 80 }\n");
    for (int i = 0; i < 4_800; i++) {
      String guard = i % 2 == 0 ? " with sni a.example" : "";
      text.append("every pod { g: v%d } may connect to w%s\n".formatted(i, guard));
    }
    List<Finding> findings = Case.of("m.policy", text.toString()).resolve().findings();
    assertEquals(List.of("PC0331"), findings.stream().map(Finding::rule).toList());
  }

  private static String sentences(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append(
          "%s may connect to %s %s%s\n"
              .formatted(
                  any(SENDERS, random),
                  any(RECEIVERS, random),
                  any(PORTS, random),
                  any(GUARDS, random)));
    }
    return text.toString();
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static Set<Integer> everyPair(List<Grant> grants) {
    Set<Integer> lines = new TreeSet<>();
    List<Grant> all = new ArrayList<>(grants);
    for (Grant a : all) {
      for (Grant b : all) {
        if (line(a) < line(b) && differ(a, b) && meet(a, b)) {
          lines.add(line(b));
        }
      }
    }
    return lines;
  }

  private static int line(Grant grant) {
    return grant.origin().sentence().line();
  }

  private static boolean differ(Grant a, Grant b) {
    return !transport(a).serverNames().equals(transport(b).serverNames());
  }

  private static boolean meet(Grant a, Grant b) {
    return Peers.mayOverlap(a.sender(), b.sender())
        && Peers.mayOverlap(a.receiver(), b.receiver())
        && transport(a).ports().stream().anyMatch(p -> overlaps(p, transport(b).ports()));
  }

  private static boolean overlaps(PortRange range, List<PortRange> others) {
    return others.stream().anyMatch(range::overlaps);
  }

  private static Conversation.Transport transport(Grant grant) {
    return (Conversation.Transport) grant.conversation();
  }
}
