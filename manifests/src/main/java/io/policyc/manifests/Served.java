package io.policyc.manifests;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether an API server has an object's kind, and whether what it demands of pods is there: where
/// it is not, the server refuses the object, and a check that finds no pods must not call it good.
///
/// Source: k8s.io/kubernetes v1.36.4 pkg/apis/{core,apps,batch}/validation; names of namespaces are
/// labels of RFC 1123.
public final class Served {
  /// Groups that belong to Kubernetes alone.
  private static final List<String> GROUPS = List.of("", "apps", "batch", "extensions");

  private Served() {}

  /// What is wrong with an object whose values are of the right types.
  public static List<Finding> check(Manifest object) {
    List<Finding> findings = new ArrayList<>();
    namespace(object).ifPresent(findings::add);
    Optional<TemplatePath> known =
        PodTemplates.kubernetes().stream().filter(path -> isKind(path, object)).findFirst();
    if (known.isPresent()) {
      version(object, known.get()).ifPresent(findings::add);
      pods(object, known.get(), findings);
    } else {
      misspelt(object).ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean isKind(TemplatePath path, Manifest object) {
    return path.kind().equals(object.kind()) && path.group().equals(object.group());
  }

  private static String apiVersion(TemplatePath path) {
    return path.group().isEmpty() ? "v1" : path.group() + "/v1";
  }

  // Older versions are those of older clusters.
  private static Optional<Finding> version(Manifest object, TemplatePath path) {
    if (object.apiVersion().equals(apiVersion(path))) {
      return Optional.empty();
    }
    Finding finding = unknown(object, path);
    return Optional.of(
        new Finding(
            finding.rule(),
            Level.WARNING,
            finding.at(),
            finding.object(),
            finding.path(),
            finding.message(),
            finding.help(),
            finding.related(),
            finding.fix()));
  }

  private static Optional<Finding> misspelt(Manifest object) {
    String kind = object.kind().toLowerCase(Locale.ROOT);
    return PodTemplates.kubernetes().stream()
        .filter(path -> path.kind().toLowerCase(Locale.ROOT).equals(kind))
        .filter(_ -> GROUPS.contains(object.group()))
        .findFirst()
        .map(path -> unknown(object, path));
  }

  private static Finding unknown(Manifest object, TemplatePath path) {
    Place kind = object.root().field("kind");
    return ManifestCode.PC1022
        .at(
            kind.span(),
            "an API server of Kubernetes 1.36 has no `"
                + object.kind()
                + "` in `"
                + object.apiVersion()
                + "`")
        .withPath(kind.path())
        .withHelp("did you mean `" + path.kind() + "` of `" + apiVersion(path) + "`?");
  }

  private static void pods(Manifest object, TemplatePath path, List<Finding> findings) {
    for (Place template : path.in(object.root())) {
      Place containers = template.at("spec", "containers");
      boolean required = !path.kind().equals("PodTemplate");
      if (!template.isSet() && required) {
        findings.add(missing(template));
      } else if (template.isSet() && containers.items().isEmpty()) {
        findings.add(missing(containers));
      }
    }
  }

  private static Finding missing(Place place) {
    return ManifestCode.PC1023
        .at(place.span(), "`" + place.path() + "` is missing, and an API server refuses the object")
        .withPath(place.path())
        .withHelp(
            "look at its name and its indentation; what a patch lacks is there once Kustomize has"
                + " applied it: `kustomize build DIR | policyc check -`");
  }

  private static Optional<Finding> namespace(Manifest object) {
    Place place = object.root().at("metadata", "namespace");
    String name = place.text().value().orElse("");
    return name.isEmpty() || isLabel(name)
        ? Optional.empty()
        : Optional.of(
            ManifestCode.PC1024
                .at(place.span(), "`" + name + "` is no name of a namespace")
                .withPath(place.path())
                .withHelp("write letters in lower case, digits and `-`, at most 63"));
  }

  private static boolean isLabel(String name) {
    return name.length() <= 63
        && !name.startsWith("-")
        && !name.endsWith("-")
        && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
  }
}
