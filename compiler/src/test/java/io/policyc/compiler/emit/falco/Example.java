package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// An input in one text. Comments `#-- dns host 5353`, `#-- wrap configmap` and `#-- falco 0.43`
/// are its settings.
record Example(String name, String text) {
  private static final String MARK = "#-- ";

  /// The documents, with what was found on the way to them.
  Checked<List<Document>> emit() {
    Settings settings = settings();
    Checked<Model> model = model(settings);
    return model.hasErrors()
        ? new Checked<>(List.of(), model.findings())
        : model.then(meant -> new FalcoBackend().emit(meant, settings));
  }

  /// What is wrong with the documents when they are read back.
  List<Finding> verify() {
    Settings settings = settings();
    Checked<List<Document>> emitted = emit();
    return emitted.hasErrors()
        ? List.of()
        : new FalcoBackend().verify(model(settings).value(), settings, emitted.value());
  }

  /// The rules of an input without errors.
  FalcoRules rules() {
    Settings settings = settings();
    Checked<Model> model = model(settings);
    Report report = new Report();
    FalcoRules rules = RulesFile.of(model.value(), settings, report).rules();
    if (model.hasErrors() || report.hasErrors()) {
      throw new IllegalArgumentException(model.findings() + " " + report.findings());
    }
    return rules;
  }

  private Checked<Model> model(Settings settings) {
    Checked<PolicyFile> parsed = PolicyParser.parse(new Source(name, text));
    return parsed.then(
        file ->
            Resolver.resolve(List.of(new Unit(file, false)), settings, LocalDate.of(2026, 6, 1)));
  }

  private Settings settings() {
    Settings settings = Settings.DEFAULT;
    for (String line : text.lines().filter(l -> l.startsWith(MARK)).toList()) {
      settings = with(settings, line.substring(MARK.length()).split(" ", -1));
    }
    return settings;
  }

  private static Settings with(Settings base, String[] words) {
    Settings.Cilium c = base.cilium();
    Settings.Falco f = base.falco();
    return switch (words[0]) {
      case "dns" ->
          with(
              base,
              new Settings.Cilium(
                  c.version(),
                  c.httpRules(),
                  List.of(new Settings.DnsServer.Entity(words[1], Integer.parseInt(words[2]))),
                  c.domain(),
                  c.search()),
              f);
      case "wrap" ->
          with(
              base,
              c,
              new Settings.Falco(
                  f.version(),
                  Settings.Falco.Wrap.valueOf(words[1].toUpperCase(Locale.ROOT)),
                  "sensors"));
      case "falco" -> with(base, c, new Settings.Falco(words[1], f.wrap(), f.namespace()));
      default -> throw new IllegalArgumentException("no setting `" + words[0] + "`");
    };
  }

  private static Settings with(Settings base, Settings.Cilium cilium, Settings.Falco falco) {
    return base.with(cilium).with(falco);
  }
}
