package io.policyc.cli.check;

import io.policyc.cli.check.fix.Added;
import io.policyc.cli.check.fix.Addition;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.model.Requirement;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Span;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import io.policyc.manifests.PodTemplate;
import io.policyc.manifests.PodTemplates;
import io.policyc.manifests.TemplatePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which findings can be mended without asking: by giving a pod less than it has by default.
///
/// Nothing that somebody wrote is changed. What an API server or a node would then refuse is left
/// as it is, too.
final class Remedies {
  private static final String WRITTEN = "policyc changes no value that somebody wrote";

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";

  /// Source: k8s.io/kubernetes v1.36.4 pkg/apis/core/validation, validateWindows.
  private static final Set<String> NOT_ON_WINDOWS =
      Set.of("allowPrivilegeEscalation", "capabilities_restricted", "seccompProfile_restricted");

  private final List<TemplatePath> templates;
  private final Optional<Model> model;

  /// @param templates where custom resources have their pods
  /// @param model what sentences ask for
  Remedies(List<TemplatePath> templates, Optional<Model> model) {
    this.templates = List.copyOf(templates);
    this.model = model;
  }

  /// What can be done about a finding of an object.
  Remedy of(Manifest object, Finding finding) {
    Optional<ObjectPath> path = finding.path();
    if (path.isEmpty()) {
      return new Remedy.None();
    }
    if (finding.rule().equals("namespaceLabel")) {
      return label(object, finding);
    }
    Optional<PodTemplate> template =
        PodTemplates.of(object, templates).stream()
            .filter(one -> path.get().text().startsWith(one.spec().path().text()))
            .findFirst();
    // Knative takes a pod's own securityContext only where a feature of it is switched on.
    boolean each = object.group().equals("serving.knative.dev");
    return template
        .map(one -> ofPod(one.spec(), finding, path.get(), each))
        .orElseGet(Remedy.None::new);
  }

  private Remedy label(Manifest object, Finding finding) {
    Place labels = object.root().at("metadata", "labels");
    if (labels.fields().stream().anyMatch(field -> field.name().equals(ENFORCE))) {
      return new Remedy.Leave(WRITTEN);
    }
    List<String> levels =
        asked(finding, Requirement.Profile.class).map(Requirement.Profile::profile).toList();
    return only(levels)
        .map(level -> add(List.of("metadata", "labels", ENFORCE), new Added.Text(level)))
        .orElseGet(() -> new Remedy.Leave("the sentences ask for several levels"));
  }

  private Remedy runtimeClass(Place spec, Finding finding, ObjectPath path) {
    if (at(spec, path).isSet() || finding.related().isEmpty()) {
      return new Remedy.None();
    }
    List<Requirement.Wasm> asked = asked(finding, Requirement.Wasm.class).toList();
    List<String> classes =
        asked.stream()
            .flatMap(one -> one.runtimeClasses().stream())
            .filter(name -> asked.stream().allMatch(one -> one.runtimeClasses().contains(name)))
            .toList();
    return only(classes)
        .map(name -> add(Steps.of(path), new Added.Text(name)))
        .orElseGet(() -> new Remedy.Leave("more than one RuntimeClass is allowed"));
  }

  // What asks for it stands beside the finding.
  private <T extends Requirement> Stream<T> asked(Finding finding, Class<T> kind) {
    return model.stream()
        .flatMap(known -> known.requirements().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(one -> finding.related().stream().anyMatch(r -> r.at().equals(sentence(one))));
  }

  private static Span sentence(Requirement requirement) {
    return requirement.origin().sentence();
  }

  private static Optional<String> only(List<String> words) {
    List<String> distinct = words.stream().distinct().toList();
    return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
  }

  private Remedy ofPod(Place spec, Finding finding, ObjectPath path, boolean each) {
    boolean windows = spec.at("os", "name").text().value().equals(Optional.of("windows"));
    if (windows && NOT_ON_WINDOWS.contains(finding.rule())) {
      return new Remedy.Leave("an API server refuses the field in a pod for Windows");
    }
    return switch (finding.rule()) {
      case "allowPrivilegeEscalation" -> escalation(spec, path);
      case "capabilities_restricted" -> capabilities(path);
      case "runAsNonRoot" -> nonRoot(spec, path, each);
      case "seccompProfile_restricted" -> seccomp(spec, path, each);
      case "wasmRuntimeClass" -> runtimeClass(spec, finding, path);
      default -> new Remedy.None();
    };
  }

  private static Remedy escalation(Place spec, ObjectPath path) {
    Place field = at(spec, path);
    Place context = at(spec, parent(path));
    if (field.isSet()) {
      return new Remedy.Leave(WRITTEN);
    }
    if (context.field("privileged").bool().value().equals(Optional.of(true))) {
      return new Remedy.Leave("an API server refuses it beside `privileged: true`");
    }
    boolean admin =
        context.at("capabilities", "add").items().stream()
            .anyMatch(item -> item.text().value().equals(Optional.of("CAP_SYS_ADMIN")));
    return admin
        ? new Remedy.Leave("an API server refuses it beside the capability `CAP_SYS_ADMIN`")
        : add(Steps.of(path), new Added.Flag(false));
  }

  private static Remedy capabilities(ObjectPath path) {
    return path.text().endsWith(".drop")
        ? add(Steps.of(path), new Added.Item("ALL"))
        : new Remedy.None();
  }

  // Said once for the whole pod: the containers of which nothing is said take it from there.
  private static Remedy nonRoot(Place spec, ObjectPath path, boolean each) {
    Place pod = spec.at("securityContext", "runAsNonRoot");
    if (at(spec, path).isSet() || pod.isSet()) {
      return new Remedy.Leave(WRITTEN);
    }
    return runsAsRoot(spec)
        ? new Remedy.Leave("`runAsUser: 0` is written there, and the pod would not start")
        : add(Steps.of(each ? path : pod.path()), new Added.Flag(true));
  }

  private static boolean runsAsRoot(Place spec) {
    List<Place> scopes = new ArrayList<>(List.of(spec));
    for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
      scopes.addAll(spec.field(list).items());
    }
    return scopes.stream()
        .map(scope -> scope.at("securityContext", "runAsUser").int64().value())
        .anyMatch(Optional.of(0L)::equals);
  }

  // A profile without a type is none that counts. Where nothing is said, the pod says it for all;
  // that is asked, and found, only when what is said is good.
  private static Remedy seccomp(Place spec, ObjectPath path, boolean each) {
    Place ofPod = spec.at("securityContext", "seccompProfile");
    boolean said = path.text().endsWith(".type");
    Place profile = said ? at(spec, parent(path)) : each ? at(spec, path) : ofPod;
    if (!profile.fields().isEmpty()) {
      return new Remedy.Leave(WRITTEN);
    }
    Set<Addition> additions = new LinkedHashSet<>(List.of(runtimeDefault(profile)));
    if (!ofPod.isSet() && !each) {
      additions.add(runtimeDefault(ofPod));
    }
    return new Remedy.Add(List.copyOf(additions));
  }

  private static Addition runtimeDefault(Place profile) {
    return new Addition(Steps.of(profile.path().child("type")), new Added.Text("RuntimeDefault"));
  }

  private static Remedy add(List<Object> steps, Added value) {
    return steps.isEmpty()
        ? new Remedy.None()
        : new Remedy.Add(List.of(new Addition(steps, value)));
  }

  // A place of the pod, from its path in the object.
  private static Place at(Place spec, ObjectPath path) {
    List<Object> steps = Steps.of(path);
    int skip = Steps.of(spec.path()).size();
    return spec.at(steps.subList(Math.min(skip, steps.size()), steps.size()).toArray());
  }

  private static ObjectPath parent(ObjectPath path) {
    int dot = path.text().lastIndexOf('.');
    return new ObjectPath(dot < 0 ? "" : path.text().substring(0, dot));
  }
}
