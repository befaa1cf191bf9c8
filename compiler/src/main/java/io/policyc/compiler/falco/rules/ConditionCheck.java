package io.policyc.compiler.falco.rules;

import io.policyc.compiler.Code;
import io.policyc.compiler.falco.condition.Comparand.Value;
import io.policyc.compiler.falco.condition.Condition;
import io.policyc.compiler.falco.condition.Condition.And;
import io.policyc.compiler.falco.condition.Condition.Compare;
import io.policyc.compiler.falco.condition.Condition.Exists;
import io.policyc.compiler.falco.condition.Condition.Macro;
import io.policyc.compiler.falco.condition.Condition.Not;
import io.policyc.compiler.falco.condition.Condition.Or;
import io.policyc.compiler.falco.condition.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks at a condition, macros included: what Falco refuses, what it warns of, and which events
/// the condition can meet.
public final class ConditionCheck {
  /// Nobody reads more about one condition.
  private static final int MAX_STEPS = 100_000;

  private final CompareCheck compares;
  private final Function<String, Optional<Checked>> macros;
  private final Meaning meaning;

  /// @param plugins what Falco has loaded
  /// @param macros what was found in macros; empty for one that isn't there
  public ConditionCheck(Plugins plugins, Function<String, Optional<Checked>> macros) {
    compares = new CompareCheck(new OperandCheck(plugins));
    this.macros = macros;
    meaning = new Meaning(name -> macros.apply(name).map(Checked::meaning));
  }

  /// What was found in a condition.
  ///
  /// @param steps in the order in which Falco looks at them
  /// @param meaning the events that it can meet
  public record Checked(List<Step> steps, Meaning.Both meaning) {
    public Checked {
      steps = List.copyOf(steps);
    }

    /// The events that the condition can meet.
    public EventSet events() {
      return meaning.holds();
    }
  }

  /// What was found at one place.
  public sealed interface Step {
    /// Something about a comparison.
    record Found(Trouble trouble) implements Step {}

    /// A macro, with all that was found in it.
    record Inside(String macro, int at) implements Step {}
  }

  /// Looks at a condition.
  public Checked check(Condition condition) {
    List<Step> steps = new ArrayList<>();
    walk(condition, steps);
    return new Checked(steps, meaning.of(condition));
  }

  private void walk(Condition condition, List<Step> steps) {
    if (steps.size() > MAX_STEPS) {
      return;
    }
    switch (condition) {
      case And(var terms, _) -> walk(terms, steps);
      case Or(var terms, _) -> walk(terms, steps);
      case Not(var term, _) -> walk(term, steps);
      case Macro(var name, var at) -> {
        if (macros.apply(name).isPresent()) {
          steps.add(new Step.Inside(name, at));
        }
      }
      case Exists(var left, var at) -> {
        field(left, "", at, steps);
        compares.exists(left, trouble -> steps.add(new Step.Found(trouble)));
        lookup(left, at, steps);
      }
      case Compare compare -> compare(compare, steps);
    }
  }

  private void walk(List<Condition> terms, List<Step> steps) {
    for (Condition term : terms) {
      walk(term, steps);
    }
  }

  private void compare(Compare compare, List<Step> steps) {
    boolean unset =
        CompareCheck.constants(compare.right()).stream().anyMatch(c -> c.text().equals("<NA>"));
    field(compare.left(), unset ? compare.operator().text() : "", compare.at(), steps);
    if (compare.right() instanceof Value(var operand, var at)) {
      field(operand, "", at, steps);
    }
    compares.check(compare, trouble -> steps.add(new Step.Found(trouble)));
    search(compare, steps);
  }

  // Whether Falco can search for events by such a comparison of their type.
  private static void search(Compare compare, List<Step> steps) {
    if (!Meaning.restricts(compare.operator())) {
      return;
    }
    lookup(compare.left(), compare.at(), steps);
    boolean type = Meaning.isType(compare.left());
    if (type && compare.right() instanceof Value) {
      steps.add(kills("`evt.type` compared with another field ends Falco", compare.at()));
    }
  }

  private static void lookup(Operand left, int at, List<Step> steps) {
    if (left instanceof Operand.Transformed transformed && holdsType(transformed)) {
      steps.add(kills("`evt.type` in a transformer ends Falco", at));
    }
  }

  private static boolean holdsType(Operand operand) {
    return switch (operand) {
      case Operand.Transformed(_, var arguments, _) ->
          arguments.stream().anyMatch(ConditionCheck::holdsType);
      case Operand.Field _ -> Meaning.isType(operand);
      case Operand.Constant _, Operand.Listed _ -> false;
    };
  }

  private static Step kills(String message, int at) {
    return new Step.Found(
        Trouble.of(Code.PC0940, at, "evt.type".length(), message)
            .withHelp("compare `evt.type` with constants")
            .as(Trouble.Kind.KILLS_SEARCH));
  }

  private static void field(Operand operand, String unset, int at, List<Step> steps) {
    switch (operand) {
      case Operand.Field(var name, _, var place) -> {
        if (Outdated.isField(name)) {
          String message = "`" + name + "` is deprecated: there are only exit events";
          steps.add(
              new Step.Found(
                  Trouble.of(Code.PC0909, place, name.length(), message)
                      .as(Trouble.Kind.DEPRECATED)));
        }
        if (Outdated.isUnsafe(name, unset)) {
          String message = "to compare `" + name + "` with `<NA>` is unsafe";
          steps.add(
              new Step.Found(
                  Trouble.of(Code.PC0932, at, name.length(), message)
                      .withHelp("write `" + name + " exists`")
                      .as(Trouble.Kind.UNSAFE)));
        }
      }
      case Operand.Transformed(_, var arguments, _) -> {
        for (Operand argument : arguments) {
          field(argument, "", at, steps);
        }
      }
      case Operand.Constant _, Operand.Listed _ -> {}
    }
  }
}
