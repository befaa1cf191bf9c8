package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumYamlWriter;
import io.policyc.compiler.cilium.TrafficRule;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Sentence;
import io.policyc.findings.ObjectPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A finished object with what stands behind its parts.
///
/// @param closing the sentences that close its pods outright
record Policy(CiliumNetworkPolicy policy, Contents contents, SortedSet<Sentence> closing) {
  private static final ObjectPath SPEC = new ObjectPath("spec");

  /// `CiliumNetworkPolicy shop/policyc-web`
  String object() {
    return "CiliumNetworkPolicy "
        + policy.metadata().namespace().orElse("")
        + "/"
        + policy.metadata().name();
  }

  Document document() {
    String path =
        "cilium/" + policy.metadata().namespace().orElse("") + "/" + policy.metadata().name();
    return new Document(path + ".yaml", CiliumYamlWriter.write(policy), sources());
  }

  /// The first sentence behind a place in the object; empty for what the compiler adds.
  Optional<Sentence> sentenceAt(ObjectPath path) {
    return at("spec.ingress", contents.ingress(), path)
        .or(() -> at("spec.ingressDeny", contents.ingressDeny(), path))
        .or(() -> at("spec.egress", contents.egress(), path))
        .or(() -> at("spec.egressDeny", contents.egressDeny(), path));
  }

  private static <R extends TrafficRule> Optional<Sentence> at(
      String list, List<Laid<R>> rules, ObjectPath path) {
    String start = list + "[";
    int end = path.text().indexOf(']', start.length());
    if (!path.text().startsWith(start) || end < 0) {
      return Optional.empty();
    }
    Laid<R> laid = rules.get(Integer.parseInt(path.text().substring(start.length(), end)));
    String below = path.text().substring(end + 1);
    return laid.parts().stream()
        .filter(part -> below.startsWith(part.path()))
        .map(Laid.Part::causes)
        .findFirst()
        .orElse(laid.causes())
        .sentences()
        .stream()
        .findFirst();
  }

  /// In the order of the text.
  List<Document.Origin> sources() {
    List<Document.Origin> sources = new ArrayList<>();
    String object = object();
    closing.forEach(s -> sources.add(new Document.Origin(object, SPEC, s.span())));
    sources(object, "ingress", contents.ingress(), sources);
    sources(object, "ingressDeny", contents.ingressDeny(), sources);
    sources(object, "egress", contents.egress(), sources);
    sources(object, "egressDeny", contents.egressDeny(), sources);
    return sources;
  }

  private static <R extends TrafficRule> void sources(
      String object, String list, List<Laid<R>> rules, List<Document.Origin> into) {
    for (int i = 0; i < rules.size(); i++) {
      ObjectPath path = SPEC.child(list).item(i);
      Laid<R> laid = rules.get(i);
      laid.causes().sentences().forEach(s -> into.add(new Document.Origin(object, path, s.span())));
      for (Laid.Part part : laid.parts()) {
        part.causes()
            .sentences()
            .forEach(s -> into.add(new Document.Origin(object, part.below(path), s.span())));
      }
    }
  }
}
