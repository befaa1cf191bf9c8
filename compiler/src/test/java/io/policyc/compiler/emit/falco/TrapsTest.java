package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.emit.Document;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.check.FalcoChecker;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.compiler.falco.evaluate.Evaluator;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What rules of Falco are known to get wrong, by name; the tables in `events` try much more.
final class TrapsTest {
  private static final String WEB = "namespace shop\nworkload web { app: web }\n";
  private static final String PODS = "\n---\npod web ns=shop app=web\npod unknown\n";

  /// Each line of a table holds.
  private static void hold(String sentences, String lines) {
    EventTable table = EventTable.read("trap", WEB + sentences + PODS + lines);
    FalcoRules rules = new Example("trap.policy", table.policy()).rules();
    List<String> wrong = new ArrayList<>();
    for (EventTable.Line line : table.lines()) {
      boolean fires =
          rules.rules().stream()
              .anyMatch(r -> ((Evaluator) Evaluator.of(r, rules)).matches(table.event(line)));
      if (fires != line.fires()) {
        wrong.add(line.toString());
      }
    }
    assertEquals(List.of(), wrong);
    assertFalse(table.lines().isEmpty());
  }

  @Test
  void absentContainerAndKubernetesFields() {
    hold(
        "workload other { app not in (web) }\nalert when other spawns a shell",
        """
        silent unknown execve exepath=/bin/bash
        """);
  }

  @Test
  void failedConnects() {
    hold(
        "web is closed",
        """
        silent web connect dst=1.2.3.4:80 fd=7 ret=-111
        silent web connect dst=1.2.3.4:80 fd=7 ret=-110
        fires  web connect dst=1.2.3.4:80 fd=7
        """);
  }

  @Test
  void nonBlockingConnects() {
    hold("web is closed", "fires web connect dst=1.2.3.4:80 fd=7 ret=-115");
  }

  @Test
  void udpWithoutConnect() {
    hold(
        "web is closed",
        """
        fires  web sendto dst=1.2.3.4:80 fd=7
        silent web sendto dst=1.2.3.4:80 fd=7 !fd.name_changed=false
        """);
  }

  /// The remote address is taken for the local one where Falco does not know the pod's.
  @Test
  void serverAgainstRemoteAddress() throws IOException {
    hold(
        "external x { cidr 192.0.2.0/24; port 80 }\nweb may reach x",
        """
        silent web connect dst=192.0.2.1:80 fd=7 !fd.rip=10.244.1.5 !fd.lip=192.0.2.1
        fires  web connect dst=192.0.3.1:80 fd=7 !fd.rip=10.244.1.5 !fd.lip=192.0.3.1
        """);
    assertFalse(allConditions().stream().anyMatch(c -> c.matches(".*fd\\.[rl](ip|port|net).*")));
  }

  @Test
  void namesOfFifteenCharacters() {
    hold(
        "alert when web runs /app/a-very-long-program-name",
        """
        fires  web execve exepath=/app/a-very-long-program-name
        silent web execve exepath=/app/a-very-long-program-other
        """);
  }

  @Test
  void resolvedShellPaths() {
    hold(
        "alert when web spawns a shell",
        """
        fires  web execve exepath=/usr/bin/dash comm=sh exe=sh
        fires  web execve exepath=/bin/busybox comm=sh exe=sh
        fires  web execve exepath=/usr/bin/dash comm=run.sh exe=/bin/sh args=/run.sh
        silent web execve exepath=/usr/bin/python3 comm=run exe=/usr/bin/python3 args=/run
        """);
  }

  @Test
  void programsInMemoryAndInTheUpperLayer() {
    hold(
        "alert when web runs anything but /app/server",
        """
        fires  web execveat exepath=memfd:server comm=3
        silent web execve exepath=/app/server !proc.is_exe_upper_layer=true
        """);
    String output = rule("alert when web runs anything but /app/server").output();
    assertTrue(output.contains("exe_flags=%evt.arg.flags"), output);
  }

  @Test
  void creatHasNoFlags() {
    hold("alert when web writes below /etc", "fires web creat path=/etc/x fd=5");
  }

  @Test
  void filesThatAreNotOpenedHaveNoName() {
    hold(
        "alert when web writes below /etc",
        """
        fires web unlink path=/etc/x
        fires web unlinkat path=/etc/x
        fires web rename old=/tmp/x new=/etc/x
        fires web mkdir path=/etc/x mode=448
        fires web chmod path=/etc/x mode=64
        fires web link old=/tmp/x new=/etc/x
        fires web symlink target=/tmp/x path=/etc/x
        """);
  }

  @Test
  void readingIsAFlagOfOpening() {
    hold(
        "alert when web reads /etc/shadow",
        """
        fires  web openat path=/etc/shadow flags=O_RDONLY fd=5
        fires  web openat path=/etc/shadow flags=O_RDWR fd=5
        silent web openat path=/etc/shadow flags=O_WRONLY fd=5
        """);
  }

  @Test
  void rootByNumberAndByName() {
    hold(
        "alert when web escalates privileges",
        """
        fires  web setuid uid=0 !evt.arg.uid=<NA>
        fires  web setuid uid=0 !evt.rawarg.uid=7
        silent web setuid uid=7
        """);
  }

  /// Falco replaces the name of a list by its items wherever it stands between blanks, commas, `=`
  /// and parentheses, also inside quotes: neither our lists nor somebody else's change a rule.
  @Test
  void listsAreReplacedInsideStrings() throws IOException {
    String sentences =
        """
        alert when web runs "/opt/x theirs y", "/opt/a=theirs,b"
        workload theirs { app: theirs }
        alert when theirs spawns a shell
        """;
    FalcoRules rules = new Example("trap.policy", WEB + sentences).rules();
    for (FalcoRule rule : rules.rules()) {
      String condition = " " + ConditionText.of(rule.condition()) + " ";
      assertFalse(condition.matches(".*[ \\t(),=]theirs[ \\t(),=].*"), condition);
    }
    String text = new Example("trap.policy", WEB + sentences).emit().value().getFirst().text();
    Source theirs = new Source("theirs.yaml", "- list: theirs\n  items: [a, b]\n");
    List<Finding> found =
        FalcoChecker.check(
                List.of(theirs, new Source("x.yaml", text)),
                io.policyc.compiler.falco.rules.Plugins.BUNDLED)
            .stream()
            .map(f -> f.finding())
            .toList();
    // Nothing uses the list, also not by accident.
    assertEquals(List.of("nothing uses the list `theirs`"), messages(found));
  }

  @Test
  void aPercentSignInAnOutput() {
    Checked<List<Document>> emitted =
        new Example("100%x.policy", WEB + "alert when web reads /etc/100%").emit();
    String text = emitted.value().getFirst().text();
    assertTrue(text.contains("(100_x.policy:3)"), text);
    assertEquals(List.of(), FalcoChecker.check(new Source("x.yaml", text)));
  }

  @Test
  void quotesAndEqualsSigns() {
    hold(
        "alert when web runs \"/opt/it's\", \"/opt/a=b\", \"/opt/(x)\"",
        """
        fires  web execve exepath=/opt/it's
        fires  web execve exepath=/opt/a=b
        fires  web execve exepath=/opt/(x)
        silent web execve exepath=/opt/a
        """);
  }

  /// By default only the first rule that an event sets off is heard: the gravest one.
  @Test
  void theFirstRuleThatMatchesIsTheGravest() {
    FalcoRules rules =
        new Example(
                "trap.policy",
                WEB
                    + """
                    alert when every pod spawns a shell as notice
                    alert when web runs anything but /app/server as critical
                    alert when web spawns a shell as notice
                    """)
            .rules();
    assertEquals(
        List.of(
            "policyc shop/web runs anything but /app/server",
            "policyc shop/web spawns a shell",
            "policyc every pod in shop spawns a shell"),
        rules.rules().stream().map(FalcoRule::name).toList());
  }

  @Test
  void theShimOfAWasmWorkload() {
    String sentences = "web runs wasm on wasmtime-wasi\nalert when web spawns a shell\n";
    assertTrue(rule(sentences).description().contains(Blind.WASM.sentence()));
    assertTrue(
        messages(new Example("trap.policy", WEB + sentences).emit().findings()).stream()
            .anyMatch(m -> m.contains("a wasm module starts no programs")));
  }

  /// Runtimes spell an image's registry as they like: no rule depends on it.
  @Test
  void spellingsOfRegistries() throws IOException {
    assertFalse(allConditions().stream().anyMatch(c -> c.contains("container.image")));
  }

  private static FalcoRule rule(String sentences) {
    return new Example("trap.policy", WEB + sentences).rules().rules().getFirst();
  }

  private static List<String> messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).toList();
  }

  private static List<String> allConditions() throws IOException {
    List<String> conditions = new ArrayList<>();
    for (EventsTest.File file : EventsTest.files()) {
      FalcoRules rules = new Example(file.name(), file.table().policy()).rules();
      rules.rules().forEach(r -> conditions.add(ConditionText.of(r.condition())));
      rules.macros().forEach(m -> conditions.add(ConditionText.of(m.condition())));
    }
    assertTrue(conditions.size() > 50, "only " + conditions.size());
    return conditions;
  }
}
