package io.policyc.compiler.resolve;

import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Namespace;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Workload;
import java.util.List;
import java.util.function.Function;

/// A model as lines of text, with the line of the sentence behind each part or without.
final class ModelDump {
  private final ModelText text = new ModelText();
  private final boolean spans;
  private final StringBuilder out = new StringBuilder();

  private ModelDump(boolean spans) {
    this.spans = spans;
  }

  static String of(Model model, boolean spans) {
    ModelDump dump = new ModelDump(spans);
    model.namespaces().forEach(dump::namespace);
    model.workloads().forEach(dump::workload);
    model.externals().forEach(dump::external);
    dump.parts("grant", model.grants(), dump.text::grant, g -> g.origin());
    dump.parts("lookup", model.lookups(), dump.text::lookup, l -> l.origin());
    dump.parts("denial", model.denials(), dump.text::denial, d -> d.origin());
    dump.parts("promise", model.promises(), dump.text::promise, p -> p.origin());
    dump.parts("watch", model.watches(), dump.text::watch, w -> w.origin());
    dump.parts("requirement", model.requirements(), dump.text::requirement, r -> r.origin());
    dump.parts("runtime class", model.runtimeClasses(), dump.text::runtimeClass, c -> c.origin());
    dump.parts("exemption", model.exemptions(), dump.text::exemption, e -> e.origin());
    return dump.out.toString();
  }

  private void namespace(Namespace n) {
    String kind = n.own() ? " own" : n.foreign() ? " foreign" : "";
    line("namespace " + n.name() + kind);
    n.closed().forEach(o -> line("  closed" + origin(o)));
  }

  private void workload(Workload w) {
    line(
        (w.foreign() ? "foreign workload " : "workload ")
            + w.qualifiedName()
            + ModelText.selection(w.selection()));
    w.ports()
        .forEach(
            p ->
                line(
                    "  port "
                        + (p.name() + " " + p.range()).strip()
                        + (p.services().isEmpty() ? "" : " behind " + p.services())));
    w.closed().forEach(o -> line("  closed" + origin(o)));
  }

  private void external(External e) {
    line("external " + e.qualifiedName());
    e.hosts().forEach(h -> line("  host " + h));
    e.ranges()
        .forEach(r -> line("  cidr " + r.cidr() + (r.except().isEmpty() ? "" : " " + r.except())));
    e.cidrGroups().forEach(g -> line("  cidr group " + g));
    e.ports().forEach(p -> line("  port " + p));
  }

  private <T> void parts(
      String kind, List<T> parts, Function<T, String> text, Function<T, Origin> origin) {
    parts.forEach(part -> line(kind + " " + text.apply(part) + origin(origin.apply(part))));
  }

  private String origin(Origin origin) {
    String at = spans ? " (" + origin.sentence().fileAndLine() + ")" : "";
    return ModelText.notes(origin) + at;
  }

  private void line(String line) {
    out.append(line).append('\n');
  }
}
