package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.found.Found;
import io.policyc.compiler.found.FoundReader;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// An input in one text: `#-- [foreign] NAME` begins another file, `#-- manifests NAME` one of
/// manifests, `#-- today DATE` and `#-- cilium VERSION` say what else is known.
record Case(
    List<Source> sources,
    List<Boolean> foreign,
    List<Source> manifests,
    LocalDate today,
    CiliumVersion version) {
  private static final String MARK = "#-- ";

  static Case of(String name, String text) {
    List<Source> sources = new ArrayList<>();
    List<Boolean> foreign = new ArrayList<>();
    List<Source> manifests = new ArrayList<>();
    LocalDate today = LocalDate.of(2026, 6, 1);
    CiliumVersion version = CiliumVersion.V1_20;
    StringBuilder part = new StringBuilder();
    String partName = name;
    boolean isForeign = false;
    boolean isManifest = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith(MARK + "today ")) {
        today = LocalDate.parse(line.substring(MARK.length() + 6));
      } else if (line.startsWith(MARK + "cilium ")) {
        version = CiliumVersion.parse(line.substring(MARK.length() + 7)).orElseThrow();
      } else if (line.startsWith(MARK)) {
        (isManifest ? manifests : sources).add(new Source(partName, part.toString()));
        if (!isManifest) {
          foreign.add(isForeign);
        }
        part.setLength(0);
        isForeign = line.startsWith(MARK + "foreign ");
        isManifest = line.startsWith(MARK + "manifests ");
        partName = line.substring(line.lastIndexOf(' ') + 1);
      } else {
        part.append(line).append('\n');
      }
    }
    (isManifest ? manifests : sources).add(new Source(partName, part.toString()));
    if (!isManifest) {
      foreign.add(isForeign);
    }
    return new Case(sources, foreign, manifests, today, version);
  }

  /// The model, with what resolving found.
  Checked<Model> resolve() {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      units.add(new Unit(PolicyParser.parse(sources.get(i)).value(), foreign.get(i)));
    }
    return Resolver.resolve(units, settings(), today, found());
  }

  /// What its manifests tell.
  Found found() {
    List<Manifest> objects = new ArrayList<>();
    for (Source source : manifests) {
      Checked<List<Manifest>> read = Manifests.read(source);
      assertEquals(List.of(), read.findings());
      objects.addAll(read.value());
    }
    Checked<Found> found = FoundReader.read(objects, List.of());
    assertEquals(List.of(), found.findings());
    return found.value();
  }

  /// What reading the texts found.
  List<Finding> misreadings() {
    return sources.stream().flatMap(s -> PolicyParser.parse(s).findings().stream()).toList();
  }

  private Settings settings() {
    Settings base = Settings.DEFAULT;
    Settings.Cilium c = base.cilium();
    Settings.Cilium cilium =
        new Settings.Cilium(version, c.httpRules(), c.dns(), c.domain(), c.search());
    return base.with(cilium);
  }
}
