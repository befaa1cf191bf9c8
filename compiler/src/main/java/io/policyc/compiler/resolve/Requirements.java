package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.PodSecurityVersions;
import io.policyc.compiler.ast.Images;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// What may be created: `web runs wasm on …`, `images of web …`, `namespace shop is restricted`.
final class Requirements {
  private final Report report;
  private final Subjects subjects;
  private final Namespaces namespaces;
  private final ObjectNames objects;
  private final ImagePatterns patterns;
  private final Signers signers;
  private final Interfaces interfaces;
  private final List<Requirement> requirements = new ArrayList<>();

  Requirements(Report report, Subjects subjects, Namespaces namespaces) {
    this.report = report;
    this.subjects = subjects;
    this.namespaces = namespaces;
    this.objects = new ObjectNames(report);
    this.patterns = new ImagePatterns(report);
    this.signers = new Signers(report);
    this.interfaces = new Interfaces(report);
  }

  /// What is required so far, in the order of the text.
  List<Requirement> requirements() {
    return requirements;
  }

  void read(Statement.RunsWasm sentence, Home home) {
    int errors = report.errors();
    List<String> classes =
        sentence.classes().stream().filter(objects::check).map(Word::text).toList();
    List<Peer.Pods> pods = subjects.of(sentence.subjects(), home, Code.PC0604);
    add(sentence, errors, pods, (p, origin) -> new Requirement.Wasm(p, classes, origin));
  }

  void read(Statement.Profile sentence) {
    int errors = report.errors();
    sentence.version().ifPresent(this::version);
    Optional<String> namespace = namespaces.used(sentence.namespace(), false);
    if (namespace.isPresent() && report.errors() == errors) {
      notYet(sentence);
      requirements.add(
          new Requirement.Profile(
              namespace.get(),
              sentence.profile().text(),
              sentence.version().map(Word::text).filter(v -> !v.equals("latest")),
              Origins.of(sentence)));
    }
  }

  void read(Statement.Signed sentence, Home home) {
    int errors = report.errors();
    List<String> images = patterns.check(sentence.images().patterns());
    List<Requirement.Signer> by = signers.check(sentence.signers());
    add(
        sentence,
        errors,
        pods(sentence.images(), home),
        (p, origin) -> new Requirement.Signed(p, images, sentence.all(), by, origin));
  }

  void read(Statement.Attest sentence, Home home) {
    int errors = report.errors();
    List<String> images = patterns.check(sentence.images().patterns());
    List<Requirement.Signer> by = signers.check(sentence.signers());
    String predicate = sentence.predicate().text();
    signers.predicate(sentence.predicate());
    add(
        sentence,
        errors,
        pods(sentence.images(), home),
        (p, origin) -> new Requirement.Attested(p, images, predicate, by, origin));
  }

  void read(Statement.ComeFrom sentence, Home home) {
    int errors = report.errors();
    List<String> images = patterns.check(sentence.images().patterns());
    List<String> places = patterns.check(sentence.places());
    add(
        sentence,
        errors,
        pods(sentence.images(), home),
        (p, origin) -> new Requirement.ComeFrom(p, images, places, origin));
  }

  /// `web may use wasi:keyvalue`
  void uses(Statement.Grant sentence, List<Word> capabilities, Home home) {
    int errors = report.errors();
    List<String> names = interfaces.check(capabilities);
    List<Peer.Pods> pods = subjects.of(sentence.senders(), home, Code.PC0604);
    sentence.senders().forEach(this::workload);
    add(sentence, errors, pods, (p, origin) -> new Requirement.Capabilities(p, names, origin));
  }

  private void workload(Party sender) {
    if (sender instanceof Party.Pods) {
      report.add(
          Code.PC0604
              .at(sender.span(), "only a workload is known by what its module imports")
              .withHelp("write the sentence for each workload"));
    }
  }

  private List<Peer.Pods> pods(Images images, Home home) {
    return subjects.of(images.of(), home, Code.PC0604);
  }

  private void add(
      Statement sentence,
      int errors,
      List<Peer.Pods> pods,
      BiFunction<Peer.Pods, Origin, Requirement> requirement) {
    if (report.errors() == errors) {
      notYet(sentence);
      Origin origin = Origins.of(sentence);
      pods.forEach(p -> requirements.add(requirement.apply(p, origin)));
    }
  }

  private void notYet(Statement sentence) {
    boolean manifests =
        sentence instanceof Statement.RunsWasm
            || sentence instanceof Statement.Profile
            || sentence instanceof Statement.ComeFrom;
    if (manifests) {
      report.gather("asked of manifests", ofManifests(sentence));
    } else {
      later(sentence);
    }
  }

  private static Finding ofManifests(Statement sentence) {
    return Code.PC0615
        .at(
            sentence.span(),
            "`policyc check` asks this of manifests, and no object is written for it")
        .withHelp("run `policyc check` over your manifests with this policy");
  }

  private void later(Statement sentence) {
    report.add(
        Code.PC0603
            .at(sentence.span(), "nothing enforces this sentence yet")
            .withHelp("keep the sentence: a later version enforces it"));
  }

  private void version(Word version) {
    String text = version.text();
    if (!PodSecurityVersions.isVersion(text)) {
      report.add(
          Code.PC0605
              .at(
                  version.span(),
                  Say.quote(text) + " is not a version of the Pod Security Standards")
              .withHelp("write `v1.34`, or leave `at` out for the latest"));
    }
  }
}
