package io.policyc.compiler.resolve;

import io.policyc.compiler.model.Denial;
import io.policyc.compiler.model.Exemption;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Promise;
import io.policyc.compiler.model.Requirement;
import io.policyc.compiler.model.RuntimeClass;
import io.policyc.compiler.model.Watch;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The order of a model's lists: by content, then by the place of the sentence.
final class Canonical {
  private record Keyed<T>(String content, Origin origin, T part) {}

  private static final Comparator<Keyed<?>> ORDER =
      Comparator.<Keyed<?>, String>comparing(Keyed::content)
          .thenComparing(k -> k.origin().sentence().source().place())
          .thenComparingInt(k -> k.origin().sentence().start());

  private final ModelText text;

  Canonical(ModelText text) {
    this.text = text;
  }

  List<Grant> grants(List<Grant> grants) {
    return sorted(grants, text::grant, Grant::origin);
  }

  List<Lookup> lookups(List<Lookup> lookups) {
    return sorted(lookups, text::lookup, Lookup::origin);
  }

  List<Denial> denials(List<Denial> denials) {
    return sorted(denials, text::denial, Denial::origin);
  }

  List<Promise> promises(List<Promise> promises) {
    List<Promise> inside =
        promises.stream()
            .map(
                p ->
                    new Promise(
                        p.kind(),
                        p.claims().stream().sorted(Comparator.comparing(text::claim)).toList(),
                        p.origin()))
            .toList();
    return sorted(inside, text::promise, Promise::origin);
  }

  List<Watch> watches(List<Watch> watches) {
    return sorted(watches, text::watch, Watch::origin);
  }

  List<Requirement> requirements(List<Requirement> requirements) {
    return sorted(requirements, text::requirement, Requirement::origin);
  }

  List<RuntimeClass> runtimeClasses(List<RuntimeClass> classes) {
    return sorted(classes, text::runtimeClass, RuntimeClass::origin);
  }

  List<Exemption> exemptions(List<Exemption> exemptions) {
    return sorted(exemptions, text::exemption, Exemption::origin);
  }

  /// The sentences that close something, in order.
  static List<Origin> origins(List<Origin> origins) {
    return sorted(origins, ModelText::notes, Function.identity());
  }

  private static <T> List<T> sorted(
      List<T> parts, Function<T, String> content, Function<T, Origin> origin) {
    return parts.stream()
        .map(part -> keyed(part, content.apply(part), origin.apply(part)))
        .sorted(ORDER)
        .map(Keyed::part)
        .toList();
  }

  private static <T> Keyed<T> keyed(T part, String content, Origin origin) {
    return new Keyed<>(content + ModelText.notes(origin), origin, part);
  }
}
