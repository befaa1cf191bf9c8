package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// An input in one text. Comments `#-- cilium 1.18`, `#-- http-rules both`, `#-- dns host 53` and
/// `#-- search corp.example` are its settings.
record Example(String name, String text) {
  private static final String MARK = "#-- ";

  /// The documents, with what was found on the way to them.
  Checked<List<Document>> emit() {
    Settings settings = settings();
    Checked<Model> model = model(settings);
    return model.hasErrors()
        ? new Checked<>(List.of(), model.findings())
        : model.then(meant -> new CiliumBackend().emit(meant, settings));
  }

  /// The objects of an input without errors.
  List<Policy> policies() {
    Settings settings = settings();
    return CiliumBackend.policies(model(settings).value(), settings, new Report());
  }

  private Checked<Model> model(Settings settings) {
    Checked<PolicyFile> parsed = PolicyParser.parse(new Source(name, text));
    return parsed.then(
        file ->
            Resolver.resolve(List.of(new Unit(file, false)), settings, LocalDate.of(2026, 6, 1)));
  }

  private Settings settings() {
    Settings base = Settings.DEFAULT;
    Settings.Cilium cilium = base.cilium();
    for (String line : text.lines().filter(l -> l.startsWith(MARK)).toList()) {
      cilium = with(cilium, line.substring(MARK.length()).split(" ", -1));
    }
    return base.with(cilium);
  }

  private static Settings.Cilium with(Settings.Cilium c, String[] words) {
    return switch (words[0]) {
      case "cilium" ->
          new Settings.Cilium(
              CiliumVersion.parse(words[1]).orElseThrow(),
              c.httpRules(),
              c.dns(),
              c.domain(),
              c.search());
      case "http-rules" ->
          new Settings.Cilium(
              c.version(),
              Settings.HttpRules.valueOf(words[1].toUpperCase(Locale.ROOT)),
              c.dns(),
              c.domain(),
              c.search());
      case "dns" ->
          new Settings.Cilium(
              c.version(),
              c.httpRules(),
              List.of(new Settings.DnsServer.Entity(words[1], Integer.parseInt(words[2]))),
              c.domain(),
              c.search());
      case "search" ->
          new Settings.Cilium(c.version(), c.httpRules(), c.dns(), c.domain(), List.of(words[1]));
      default -> throw new IllegalArgumentException("no setting `" + words[0] + "`");
    };
  }
}
