package io.policyc.tests.gen;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes up inputs: texts that should compile, and settings.
///
/// What it leaves out: `never`, `expect`, alerts and most of admission (they permit and refuse
/// nothing; for alerts see [GenAlert]), `import` itself (files are given as it would read them),
/// and `nobody`, which is for `expect`.
public final class GenInput {
  private final Dice dice;
  private final long seed;

  private GenInput(long seed) {
    this.seed = seed;
    dice = new Dice(seed);
  }

  /// The input of a seed.
  public static Generated of(long seed) {
    return new GenInput(seed).make();
  }

  private Generated make() {
    Cast cast = new GenCast(dice).make();
    List<Line> lines = new ArrayList<>();
    for (Cast.Workload workload : cast.workloads()) {
      lines.addAll(declarations(workload, cast));
    }
    for (Cast.External external : cast.externals()) {
      lines.add(new Line(header(cast), external.declaration(), false));
    }
    Settings settings = settings();
    if (dice.chance(18)) {
      lines.addAll(servers());
    }
    GenSentence sentences = new GenSentence(dice, cast);
    int count = dice.between(1, 8);
    for (int i = 0; i < count; i++) {
      lines.add(new Line(header(cast), sentences.make(), false));
    }
    // What another team says in a file of its own decides nothing here.
    for (int i = dice.chance(10) ? dice.between(1, 3) : 0; i > 0; i--) {
      lines.add(new Line(header(cast), sentences.make(), true));
    }
    if (dice.chance(10)) {
      lines.addAll(admission(cast));
    }
    return new Generated(seed, settings, cast, lines);
  }

  // What is created decides nothing about who may speak with whom.
  private List<Line> admission(Cast cast) {
    String until = " until 2099-12-31 because \"it is tried\"";
    return List.of(
        new Line(header(cast), "runtime class spin { handler spin; runs wasm }", dice.chance(50)),
        new Line(
            header(cast),
            "except Deployment/w* from "
                + dice.one("hostPorts", "hostNamespaces, runAsNonRoot", "undeclaredPod")
                + until,
            dice.chance(20)));
  }

  // A foreign workload may stand in a foreign file, and an own one may be declared there once more.
  private List<Line> declarations(Cast.Workload workload, Cast cast) {
    String here = "namespace " + workload.namespace();
    Line again = new Line(here, workload.declaration().replace("foreign ", ""), true);
    if (workload.foreign() && dice.chance(40)) {
      return List.of(again);
    }
    Line line = new Line(header(cast), workload.declaration(), false);
    return dice.chance(6) ? List.of(line, again) : List.of(line);
  }

  private String header(Cast cast) {
    return "namespace " + dice.pick(cast.namespaces());
  }

  // DNS servers that the input itself closes, or that somebody may connect to.
  private List<Line> servers() {
    boolean own = dice.chance(60);
    String declaration = "workload dns { k8s-app: kube-dns; port dns 53/udp; port 53 }";
    List<Line> lines = new ArrayList<>();
    String header = (own ? "" : "foreign ") + "namespace kube-system";
    lines.add(new Line(header, declaration, false));
    if (own && dice.chance(60)) {
      lines.add(new Line(header, "dns is closed", false));
    }
    if (dice.chance(40)) {
      lines.add(new Line(header, "w0 may connect to dns port dns", false));
    }
    return lines;
  }

  private Settings settings() {
    Settings.Cilium cilium =
        new Settings.Cilium(
            dice.one(CiliumVersion.V1_18, CiliumVersion.V1_19, CiliumVersion.V1_20),
            dice.chance(25) ? Settings.HttpRules.BOTH : Settings.HttpRules.SERVER,
            servers53(),
            dice.chance(10) ? "k8s.example" : "cluster.local",
            dice.chance(20) ? List.of("corp.example", "lab.example") : List.of());
    Settings base = Settings.DEFAULT;
    return base.with(cilium);
  }

  private List<Settings.DnsServer> servers53() {
    Settings.DnsServer usual = Settings.DEFAULT.cilium().dns().getFirst();
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put("app", "dns-cache");
    Settings.DnsServer second = new Settings.DnsServer.Pods("kube-system", labels, 8053);
    Settings.DnsServer local =
        new Settings.DnsServer.Entity(dice.one("host", "host", "remote-node", "cluster"), 53);
    return switch (dice.between(0, 9)) {
      case 0 -> List.of(local);
      case 1 -> List.of(usual, local);
      case 2 -> List.of(usual, second);
      default -> List.of(usual);
    };
  }
}
