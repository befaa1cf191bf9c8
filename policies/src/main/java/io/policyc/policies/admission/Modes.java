package io.policyc.policies.admission;

import io.policyc.compiler.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which checks refuse, where.
///
/// What is said of a check or of a namespace counts over what is said of everything; where both
/// speak, the milder one counts, so that a check which is only tried out refuses nowhere, and a
/// namespace that is only watched refuses nothing.
///
/// @param everything where nothing else is said
/// @param checks by a check's id
/// @param namespaces by a namespace's name
public record Modes(
    Mode everything, SortedMap<String, Mode> checks, SortedMap<String, Mode> namespaces) {
  /// Everything refuses.
  public static final Modes ENFORCE = of(Mode.ENFORCE);

  public Modes {
    checks = new TreeMap<>(checks);
    namespaces = new TreeMap<>(namespaces);
  }

  /// One mode for everything.
  public static Modes of(Mode mode) {
    return new Modes(mode, new TreeMap<>(), new TreeMap<>());
  }

  /// What `policyc.toml` says.
  static Modes of(Settings.Admission settings) {
    SortedMap<String, Mode> checks = new TreeMap<>();
    SortedMap<String, Mode> namespaces = new TreeMap<>();
    settings.checks().forEach((name, mode) -> checks.put(name, Mode.of(mode)));
    settings.namespaces().forEach((name, mode) -> namespaces.put(name, Mode.of(mode)));
    return new Modes(Mode.of(settings.mode()), checks, namespaces);
  }

  /// What a check does in a namespace; one of an object without a namespace has the empty name.
  Mode mode(String check, String namespace) {
    Optional<Mode> ofCheck = said(checks, check);
    Optional<Mode> ofNamespace = said(namespaces, namespace);
    if (ofCheck.isPresent() && ofNamespace.isPresent()) {
      return ofCheck.get().milder(ofNamespace.get());
    }
    return ofCheck.or(() -> ofNamespace).orElse(everything);
  }

  private static Optional<Mode> said(Map<String, Mode> modes, String name) {
    return Optional.ofNullable(modes.get(name));
  }
}
