package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Conversation;
import io.policyc.compiler.model.Conversation.HeaderMatch;
import io.policyc.compiler.model.Conversation.PathMatch;
import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.Exemption;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.LabelRequirement;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Promise;
import io.policyc.compiler.model.Requirement;
import io.policyc.compiler.model.RuntimeClass;
import io.policyc.compiler.model.Selection;
import io.policyc.compiler.model.Watch;
import io.policyc.compiler.model.Workload;
import java.util.IdentityHashMap;
import java.util.List;

/// Parts of a model as one line of text each: equal parts have equal texts, so that the order of
/// the texts is the canonical order.
///
/// Ends and conversations are shared by the grants of a sentence; each is written once.
final class ModelText {
  private final IdentityHashMap<Peer, String> peers = new IdentityHashMap<>();
  private final IdentityHashMap<Conversation, String> conversations = new IdentityHashMap<>();

  String peer(Peer peer) {
    return peers.computeIfAbsent(peer, ModelText::write);
  }

  String conversation(Conversation conversation) {
    return conversations.computeIfAbsent(conversation, ModelText::write);
  }

  String grant(Grant grant) {
    return peer(grant.sender())
        + but(grant.butSenders())
        + " -> "
        + peer(grant.receiver())
        + but(grant.butReceivers())
        + ": "
        + conversation(grant.conversation());
  }

  private String but(List<Peer.Pods> pods) {
    return pods.isEmpty() ? "" : " but " + pods.stream().map(this::peer).toList();
  }

  String lookup(Lookup lookup) {
    return peer(lookup.sender()) + " resolves " + lookup.names();
  }

  String denial(Denial denial) {
    return peer(denial.sender())
        + " -> "
        + peer(denial.receiver())
        + ": "
        + (denial.ports().isEmpty() ? "everything" : "ports " + denial.ports());
  }

  String promise(Promise promise) {
    return promise.kind() + " " + promise.claims().stream().map(this::claim).toList();
  }

  String claim(Promise.Claim claim) {
    return switch (claim) {
      case Promise.Claim.Passes(var sender, var receiver, var conversation) ->
          peer(sender) + " -> " + peer(receiver) + ": " + conversation(conversation);
      case Promise.Claim.Resolves(var sender, var names) -> peer(sender) + " resolves " + names;
      case Promise.Claim.Uses(var sender, var interfaces) -> peer(sender) + " uses " + interfaces;
    };
  }

  String watch(Watch watch) {
    return (watch.negated() ? "no alert " : "alert ")
        + peer(watch.subject())
        + " "
        + watch.behaviour()
        + watch.priority().map(p -> " as " + p).orElse("");
  }

  String requirement(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Wasm r -> peer(r.subject()) + " runs wasm on " + r.runtimeClasses();
      case Requirement.Profile r ->
          "namespace "
              + r.namespace()
              + " is "
              + r.profile()
              + r.version().map(v -> " at " + v).orElse("");
      case Requirement.Signed r ->
          images(r.subject(), r.patterns())
              + (r.all() ? " signed by all of " : " signed by ")
              + r.signers();
      case Requirement.Attested r ->
          images(r.subject(), r.patterns()) + " attest " + r.predicate() + " by " + r.signers();
      case Requirement.ComeFrom r -> images(r.subject(), r.patterns()) + " come from " + r.places();
      case Requirement.Capabilities r -> peer(r.subject()) + " uses " + r.interfaces();
    };
  }

  String runtimeClass(RuntimeClass one) {
    return one.name() + " handler " + one.handler() + (one.wasm() ? " runs wasm" : "");
  }

  String exemption(Exemption one) {
    return one.kind()
        + "/"
        + one.name()
        + (one.namespace().isEmpty() ? "" : " in " + one.namespace())
        + " from "
        + one.checks()
        + " until "
        + one.until();
  }

  private String images(Peer.Pods subject, List<String> patterns) {
    return "images " + (patterns.isEmpty() ? "" : patterns + " ") + "of " + peer(subject);
  }

  private static String write(Peer peer) {
    return switch (peer) {
      case Peer.Pods pods when pods.named() ->
          pods.workload().map(Workload::qualifiedName).orElseThrow();
      case Peer.Pods pods -> "pods in " + scope(pods.scope()) + group(pods);
      case Peer.Outside(var external) -> "external " + external.qualifiedName();
      case Peer.Of(var entity) -> "entity " + entity.cilium();
      case Peer.Anyone(var outside, var but) ->
          "anyone"
              + outside.map(n -> " outside " + n).orElse("")
              + (but.isEmpty() ? "" : " but " + but.stream().map(Workload::qualifiedName).toList());
    };
  }

  private static String group(Peer.Pods pods) {
    return selection(pods.selection())
        + pods.workload().map(w -> " of " + w.qualifiedName()).orElse("");
  }

  private static String scope(NamespaceScope scope) {
    return switch (scope) {
      case NamespaceScope.One(var namespace) -> namespace;
      case NamespaceScope.All _ -> "every namespace";
      case NamespaceScope.Labelled(var labels) -> "namespaces" + labels(labels);
    };
  }

  static String selection(Selection selection) {
    String accounts =
        selection.serviceAccounts().isEmpty()
            ? ""
            : " service account " + String.join(" and ", selection.serviceAccounts());
    return labels(selection.labels()) + accounts;
  }

  private static String labels(List<LabelRequirement> labels) {
    return labels.isEmpty()
        ? ""
        : " {" + String.join("; ", labels.stream().map(ModelText::label).toList()) + "}";
  }

  private static String label(LabelRequirement label) {
    return switch (label.operator()) {
      case IN -> label.key() + " in " + label.values();
      case NOT_IN -> label.key() + " not in " + label.values();
      case EXISTS -> label.key() + " exists";
      case ABSENT -> label.key() + " absent";
    };
  }

  private static String write(Conversation conversation) {
    return switch (conversation) {
      case Conversation.Everything(var auth) -> "everything" + auth(auth);
      case Conversation.Transport(var ports, var auth, var names) ->
          "ports " + ports + (names.isEmpty() ? "" : " sni " + names) + auth(auth);
      case Conversation.Ping _ -> "ping";
      case Conversation.Http http -> write(http);
    };
  }

  private static String write(Conversation.Http http) {
    return "http "
        + (http.methods().isEmpty() ? "any method" : http.methods())
        + " "
        + http.paths().stream().map(ModelText::path).toList()
        + " on "
        + http.ports()
        + (http.query() ? "" : " without query")
        + http.host().map(h -> " host " + h).orElse("")
        + (http.headers().isEmpty() ? "" : " headers " + headers(http.headers()))
        + auth(http.mutualAuth());
  }

  private static String path(PathMatch path) {
    return switch (path) {
      case PathMatch.Pattern(var text) -> text;
      case PathMatch.WithQuery(var text, var query) -> text + "?" + query;
      case PathMatch.Expression(var re2) -> "re\"" + re2 + "\"";
    };
  }

  private static List<String> headers(List<HeaderMatch> headers) {
    return headers.stream().map(h -> h.name() + h.value().map(v -> ": " + v).orElse("")).toList();
  }

  private static String auth(boolean mutual) {
    return mutual ? " mutual auth" : "";
  }

  /// What a sentence says beside its meaning.
  static String notes(Origin origin) {
    StringBuilder text = new StringBuilder();
    for (Origin.Annotation annotation : origin.annotations()) {
      text.append(" @").append(annotation.name());
      annotation.value().ifPresent(v -> text.append("(\"").append(v).append("\")"));
    }
    origin.because().ifPresent(b -> text.append(" because \"").append(b).append('"'));
    return text.toString();
  }
}
