package io.policyc.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One thing that was found: a misspelt name, a grant that no engine can enforce, a refused pod.
///
/// @param rule a code of the language such as `PC0203`, or a check's id
/// @param level how much it weighs
/// @param at the word in error, where the input is a text
/// @param object the object that it is about, such as `Deployment/web in shop`, where there is one
/// @param path the field in error, where the input is an object
/// @param message one sentence: lower-case, no full stop, user text in backticks
/// @param help advice that begins with a verb or with `did you mean`
/// @param related other places that explain it
/// @param fix a change that mends it, where there is one that is surely meant
public record Finding(
    String rule,
    Level level,
    Optional<Span> at,
    Optional<String> object,
    Optional<ObjectPath> path,
    String message,
    Optional<String> help,
    List<Related> related,
    Optional<Fix> fix) {
  public Finding {
    related = List.copyOf(related);
  }

  /// A finding at a place in a text.
  public static Finding at(String rule, Level level, Span at, String message) {
    return new Finding(
        rule,
        level,
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        message,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// A finding about the whole input.
  public static Finding of(String rule, Level level, String message) {
    return new Finding(
        rule,
        level,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        message,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /// The same finding with advice.
  public Finding withHelp(String advice) {
    return new Finding(rule, level, at, object, path, message, Optional.of(advice), related, fix);
  }

  /// The same finding with one more related place.
  public Finding withRelated(Span place, String text) {
    List<Related> more = new ArrayList<>(related);
    more.add(new Related(place, text));
    return new Finding(rule, level, at, object, path, message, help, more, fix);
  }

  /// The same finding with a change that mends it.
  public Finding withFix(Span place, String replacement) {
    return new Finding(
        rule,
        level,
        at,
        object,
        path,
        message,
        help,
        related,
        Optional.of(new Fix(place, replacement)));
  }

  /// The same finding about a field of an object.
  public Finding withPath(ObjectPath field) {
    return new Finding(rule, level, at, object, Optional.of(field), message, help, related, fix);
  }

  /// The same finding about an object, as messages call it: `Deployment/web in shop`.
  public Finding withObject(String name) {
    return new Finding(rule, level, at, Optional.of(name), path, message, help, related, fix);
  }
}
