package io.policyc.compiler.resolve;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.model.External;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Namespace;
import java.time.LocalDate;
import java.util.List;

/// One input on its way to a model.
final class Resolution {
  private final Report report;
  private final Scene scene;
  private final Expiry expiry;
  private final Pairs pairs;
  private final Grants grants;
  private final Denials denials;
  private final Promises promises;
  private final Watches watches;
  private final Requirements requirements;
  private final RuntimeClasses runtimeClasses;
  private final Exemptions exemptions;
  private List<Grant> granted = List.of();

  private Resolution(Report report, Scene scene, Settings settings, LocalDate today) {
    this.report = report;
    this.scene = scene;
    this.expiry = new Expiry(report, today);
    Parties parties = scene.parties(report);
    Listeners listeners = new Listeners(settings, scene.damaged());
    PortNames portNames =
        new PortNames(report, listeners, new Groups(scene.sorted()), scene.suggestions());
    Exchanges exchanges =
        new Exchanges(report, parties, new Ports(report, listeners, portNames), scene.hosts());
    Senders senders = new Senders(report, parties);
    Subjects subjects = new Subjects(report, parties);
    this.pairs = new Pairs(report);
    this.grants = new Grants(report, senders, exchanges, scene.hosts(), expiry, pairs);
    this.denials =
        new Denials(report, parties, new DeniedPorts(portNames), scene.namespaces(), pairs);
    this.promises = new Promises(report, senders, exchanges, scene.hosts(), pairs);
    this.watches = new Watches(report, subjects);
    this.requirements = new Requirements(report, subjects, scene.namespaces());
    this.runtimeClasses = new RuntimeClasses(report);
    this.exemptions =
        new Exemptions(
            report,
            scene.namespaces(),
            scene.homes(),
            new ObjectKinds(report, scene.suggestions(), settings),
            today);
  }

  static Resolution of(
      List<Unit> units, Settings settings, LocalDate today, Found found, Report report) {
    Outline outline = Outline.of(units);
    Resolution resolution =
        new Resolution(report, Scene.of(outline, settings, found, report), settings, today);
    outline.workloads().forEach(placed -> resolution.expiry.refuse(placed.sentence()));
    outline.externals().forEach(placed -> resolution.expiry.refuse(placed.sentence()));
    outline.others().forEach(resolution::read);
    resolution.runtimeClasses.check();
    resolution.granted = resolution.grants.grants();
    resolution.meet();
    return resolution;
  }

  private void read(Placed<Statement> placed) {
    if (pairs.full()) {
      return;
    }
    Home home = placed.home();
    Statement sentence = placed.sentence();
    switch (sentence) {
      case Statement.Grant s when s.action() instanceof Action.Use(var names, _) -> {
        grants.read(s, home);
        requirements.uses(s, names, home);
      }
      case Statement.Grant s -> grants.read(s, home);
      case Statement.Deny s -> denials.read(s, home);
      case Statement.Never s -> promises.read(s, home);
      case Statement.Expect s -> promises.read(s, home);
      case Statement.Alert s -> watches.read(s, home);
      case Statement.RunsWasm s -> {
        requirements.read(s, home);
        runtimeClasses.named(s.classes());
      }
      case Statement.Profile s -> requirements.read(s);
      case Statement.Signed s -> requirements.read(s, home);
      case Statement.Attest s -> requirements.read(s, home);
      case Statement.ComeFrom s -> requirements.read(s, home);
      case Statement.RuntimeClass s -> runtimeClasses.read(s);
      case Statement.Except s -> exemptions.read(s, home);
      case Statement.Closed _,
          Statement.NamespaceClosed _,
          Statement.Header _,
          Statement.Import _,
          Statement.Workload _,
          Statement.External _,
          Statement.Broken _ -> {}
    }
    if (!(sentence instanceof Statement.Grant)) {
      expiry.refuse(sentence);
    }
  }

  // Workloads that lost a label by mistake would meet by mistake.
  private void meet() {
    if (scene.damaged().isEmpty()) {
      new Demands(report, scene.sorted()).check(granted);
      granted = new Openings(report, scene.sorted()).fold(granted);
    }
  }

  Model model() {
    Canonical canonical = new Canonical(new ModelText());
    return new Model(
        scene.namespaces().all().stream().map(this::namespace).toList(),
        scene.sorted(),
        externals(),
        canonical.grants(granted),
        canonical.lookups(grants.lookups()),
        canonical.denials(denials.denials()),
        canonical.promises(promises.promises()),
        canonical.watches(watches.watches()),
        canonical.requirements(requirements.requirements()),
        RuntimeClasses.once(canonical.runtimeClasses(runtimeClasses.classes())),
        canonical.exemptions(exemptions.exemptions()));
  }

  private Namespace namespace(String name) {
    boolean own = scene.namespaces().isOwn(name);
    boolean foreign = scene.namespaces().isKnown(name) && !own;
    return new Namespace(name, own, foreign, Canonical.origins(scene.closings().ofNamespace(name)));
  }

  private List<External> externals() {
    return scene.table().entries().stream()
        .filter(Entry.OfExternal.class::isInstance)
        .map(entry -> ((Entry.OfExternal) entry).external())
        .toList();
  }
}
