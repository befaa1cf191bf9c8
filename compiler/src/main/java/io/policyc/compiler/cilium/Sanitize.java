package io.policyc.compiler.cilium;

import java.util.List;
import java.util.Map;

/// Judges policies as the API server and Cilium do, without either: their schema and
/// `Rule.Sanitize` in code of our own.
///
/// Sources: the CRD and `pkg/policy/api/rule_validation.go` of Cilium v1.18.5, v1.19.4 and v1.20.2.
/// It is at least as strict as they are; where it is stricter, the line begins with neither `2a`
/// nor `2b`. Time is linear in the policy's size.
public final class Sanitize {
  private static final int MAX_ANNOTATIONS = 256 << 10;

  private final CiliumVersion version;
  private final ClusterFlags flags;
  private final RegexRules regexes;

  /// Judges for a version, a cluster and a knowledge of regular expressions.
  public Sanitize(CiliumVersion version, ClusterFlags flags, RegexRules regexes) {
    this.version = version;
    this.flags = flags;
    this.regexes = regexes;
  }

  /// All that is wrong with a policy; none when it is accepted.
  public List<Violation> violations(CiliumNetworkPolicy policy) {
    Violations violations = new Violations(version, flags, regexes);
    metadata(violations, policy.metadata(), At.ROOT.child("metadata"));
    if (policy.spec().isEmpty() && policy.specs().isEmpty()) {
      violations.add("2a.1", At.ROOT, "the policy has neither `spec` nor `specs`");
    }
    RuleCheck rules = new RuleCheck(violations);
    policy.spec().ifPresent(rule -> rules.check(rule, At.ROOT.child("spec")));
    for (int i = 0; i < policy.specs().size(); i++) {
      rules.check(policy.specs().get(i), At.ROOT.child("specs").item(i));
    }
    return List.copyOf(violations.found());
  }

  private static void metadata(Violations violations, Metadata metadata, At at) {
    if (metadata.name().isEmpty()) {
      violations.add("2b.18", at.child("name"), "the policy has no name");
    } else if (!Syntax.isSubdomain(metadata.name())) {
      violations.add(
          "2a.20", at.child("name"), "`" + metadata.name() + "` is no name of an object");
    }
    if (metadata.namespace().isPresent() && !Syntax.isLabel(metadata.namespace().get())) {
      violations.add(
          "2a.20",
          at.child("namespace"),
          "`" + metadata.namespace().get() + "` is no name of a namespace");
    }
    metadata.labels().forEach((key, value) -> label(violations, key, value, at.child("labels")));
    annotations(violations, metadata.annotations(), at.child("annotations"));
  }

  private static void label(Violations violations, String key, String value, At at) {
    if (!Syntax.isLabelKey(key)) {
      violations.add("2a.20", at.child(key), "`" + key + "` is no key of a label");
    }
    if (!Syntax.isLabelValue(value)) {
      violations.add("2a.20", at.child(key), "`" + value + "` is no value of a label");
    }
  }

  private static void annotations(Violations violations, Map<String, String> annotations, At at) {
    int size = 0;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      size += Syntax.utf8Length(annotation.getKey()) + Syntax.utf8Length(annotation.getValue());
      if (!Syntax.isAnnotationKey(annotation.getKey())) {
        violations.add(
            "2a.20",
            at.child(annotation.getKey()),
            "`" + annotation.getKey() + "` is no key of an annotation");
      }
    }
    if (size > MAX_ANNOTATIONS) {
      violations.add("2a.20", at, "the annotations have more than " + MAX_ANNOTATIONS + " bytes");
    }
  }
}
