package io.policyc.tests.gen;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Makes up inputs: texts that should compile, and settings.
///
/// What it leaves out: `never`, `expect`, alerts and admission (they permit and refuse nothing),
/// imports (a text of its own test), and `nobody`, which is for `expect`.
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
      lines.add(new Line(header(cast), workload.declaration(), true));
    }
    for (Cast.External external : cast.externals()) {
      lines.add(new Line(header(cast), external.declaration(), true));
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
    return new Generated(seed, settings, cast, lines);
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
    lines.add(new Line(header, declaration, true));
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
    return new Settings(cilium, base.falco(), base.kubernetes(), base.webhook(), base.output());
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
