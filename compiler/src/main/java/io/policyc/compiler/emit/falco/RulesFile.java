package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.model.Model;
import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules of an input.
///
/// The gravest rules come first, and of equally grave ones those about fewer pods: by default Falco
/// stops at the first rule that an event sets off.
///
/// @param sources which sentences stand behind which rule
record RulesFile(FalcoRules rules, List<Document.Origin> sources) {
  private static final List<FalcoRules.RequiredPlugin> PLUGINS =
      List.of(new FalcoRules.RequiredPlugin("container", "0.4.0"));

  private static final List<String> HEAD =
      List.of(
          "Written by policyc: change the sentences, not this file.",
          "Load it before other rules, or set `rule_matching: all` in falco.yaml: by default Falco"
              + " stops at the first rule that an event sets off.");

  private static final Comparator<Alert> ORDER =
      Comparator.comparing(Alert::priority)
          .thenComparing(alert -> alert.subject().workload().isEmpty())
          .thenComparing(alert -> alert.subject().words())
          .thenComparing(alert -> Behaviours.kind(alert.behaviour()))
          .thenComparing(alert -> Behaviours.words(alert.behaviour()));

  private record Made(Alert alert, FalcoRule rule) {}

  static RulesFile of(Model model, Settings settings, Report report) {
    new PathCheck(report).check(model);
    Engine engine = Engine.of(settings.falco());
    version(engine, settings.falco(), report);
    Overlaps overlaps = new Overlaps(model.workloads());
    Effort effort = new Effort();
    Closed closed = new Closed(model);
    Library library = new Library();
    Network network =
        new Network(
            settings,
            Sending.of(model, overlaps, effort),
            Receiving.of(model, overlaps, effort),
            closed,
            library);
    Sight sight = new Sight(model, report);
    Forms forms = new Forms(library, engine, network);
    Rules rules = new Rules(forms, new Scopes(library, new MacroNames()), sight);
    List<Alert> alerts =
        new Alerts(closed, overlaps, effort, new Sentences(), report)
            .of(model).stream().sorted(ORDER).toList();
    List<Made> made = report.hasErrors() ? List.of() : made(alerts, rules, effort, report);
    sight.finish();
    List<FalcoRule> written = made.stream().map(Made::rule).toList();
    Used used = Used.by(written, library.macros());
    FalcoRules file =
        new FalcoRules(
            HEAD,
            Engine.required(forms.needFileNames()),
            PLUGINS,
            used.lists(library.lists()),
            used.macros(library.macros()),
            written);
    return new RulesFile(file, sources(file, made));
  }

  private static void version(Engine engine, Settings.Falco falco, Report report) {
    if (engine.isTooOld()) {
      report.add(
          Code.PC0513
              .of(
                  "Falco "
                      + falco.version()
                      + " does not load these rules: they need 0."
                      + Engine.OLDEST)
              .withHelp(
                  "set `version` of `[falco]` to what runs in the cluster, or leave Falco out with"
                      + " `--target cilium`"));
    }
  }

  private static List<Made> made(List<Alert> alerts, Rules rules, Effort effort, Report report) {
    List<Made> made = new ArrayList<>();
    for (Alert alert : alerts) {
      rules.of(alert).ifPresent(rule -> made.add(new Made(alert, rule)));
      if (effort.isExhausted()) {
        report.add(
            Code.PC0509
                .at(
                    alert.sentences().getFirst().span(),
                    "sentences about groups of pods take too long to compare for Falco's rules")
                .withHelp("speak of fewer groups, or compile with `--target cilium`"));
        return List.of();
      }
    }
    return made;
  }

  private static List<Document.Origin> sources(FalcoRules file, List<Made> made) {
    List<Document.Origin> sources = new ArrayList<>();
    // The two requirements come first.
    int item = 2 + file.lists().size() + file.macros().size();
    for (Made one : made) {
      ObjectPath path = ObjectPath.ROOT.item(item++);
      one.alert()
          .sentences()
          .forEach(
              sentence ->
                  sources.add(
                      new Document.Origin("rule " + one.rule().name(), path, sentence.span())));
    }
    return sources;
  }
}
