package io.policyc.compiler.resolve;

import io.policyc.compiler.CheckIds;
import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Exemption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `except Deployment/web in shop from hostPorts until 2027-06-30 because "…"`.
final class Exemptions {
  private final Report report;
  private final Namespaces namespaces;
  private final Homes homes;
  private final ObjectKinds kinds;
  private final LocalDate today;
  private final List<Exemption> exemptions = new ArrayList<>();

  Exemptions(
      Report report, Namespaces namespaces, Homes homes, ObjectKinds kinds, LocalDate today) {
    this.report = report;
    this.namespaces = namespaces;
    this.homes = homes;
    this.kinds = kinds;
    this.today = today;
  }

  /// The exemptions so far, in the order of the text.
  List<Exemption> exemptions() {
    return exemptions;
  }

  void read(Statement.Except sentence, Home home) {
    int errors = report.errors();
    if (kinds.check(sentence.kind(), sentence.namespace())) {
      name(sentence.name());
    }
    sentence.checks().forEach(this::check);
    reason(sentence);
    boolean cluster = ObjectKinds.isClusterWide(sentence.kind().text());
    Optional<String> namespace = cluster ? Optional.of("") : namespace(sentence, home);
    if (namespace.isPresent() && report.errors() == errors) {
      LocalDate until = LocalDate.parse(sentence.until().text());
      over(sentence.until(), until);
      exemptions.add(exemption(sentence, namespace.get(), until));
    }
  }

  private static Exemption exemption(Statement.Except sentence, String namespace, LocalDate until) {
    return new Exemption(
        sentence.kind().text(),
        sentence.name().text(),
        namespace,
        sentence.checks().stream().map(Word::text).toList(),
        until,
        sentence.notes().because().orElseThrow().text(),
        Origins.of(sentence));
  }

  private Optional<String> namespace(Statement.Except sentence, Home home) {
    return sentence.namespace().isPresent()
        ? namespaces.used(sentence.namespace().get(), false)
        : homes.needed(home, sentence.name().span());
  }

  private void name(Word name) {
    boolean right = NameSyntax.isSubdomain(name.text().replace('*', 'x'));
    if (!right) {
      report.add(
          Code.PC0202
              .at(name.span(), "no object of Kubernetes is named " + Say.quote(name.text()))
              .withHelp("use lower-case letters, digits, `-` and `.`, and `*` for any text"));
    }
  }

  private void check(Word id) {
    if (!CheckIds.isKnown(id.text())) {
      report.add(
          Code.PC0612
              .at(id.span(), "there is no check " + Say.quote(id.text()))
              .withHelp(CheckIds.help(id.text())));
    }
  }

  private void reason(Statement.Except sentence) {
    Optional<Word> because = sentence.notes().because();
    if (because.filter(word -> !word.text().isBlank()).isEmpty()) {
      report.add(
          Code.PC0613
              .at(because.map(Word::span).orElse(sentence.span()), "this exception gives no reason")
              .withHelp("say why at its end: `because \"the CNI needs it\"`"));
    }
  }

  private void over(Word at, LocalDate until) {
    if (today.isAfter(until)) {
      report.add(
          Code.PC0614
              .at(at.span(), "this exception ended on " + until + " and counts no more")
              .withHelp("delete the sentence, or set a later date after a review"));
    }
  }
}
