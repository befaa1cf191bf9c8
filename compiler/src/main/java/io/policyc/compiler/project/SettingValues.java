package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.project.toml.TomlValue;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import io.policyc.findings.Suggest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Reads the values of one key; what does not fit becomes a finding.
///
/// @param key what messages call the key
/// @param findings where findings go
record SettingValues(String key, List<Finding> findings) {
  // Kubernetes allows no pod more search domains.
  private static final int MAX_DOMAINS = 32;

  /// A constant as settings spell it: `V_ONE` is `v-one`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<String> text(TomlValue value) {
    if (value instanceof TomlValue.Text(var text, _)) {
      return Optional.of(text);
    }
    Finding wrong = wrongType(value, "text");
    findings.add(
        value instanceof TomlValue.Real || value instanceof TomlValue.Whole
            ? wrong.withHelp("write it in quotes: `\"" + value.span().text() + "\"`")
            : wrong);
    return Optional.empty();
  }

  /// One of a few words.
  <T> Optional<T> choice(TomlValue value, List<T> choices, Function<T, String> word) {
    return text(value).flatMap(text -> choice(text, value.span(), choices, word));
  }

  /// One of a few words, as a part of a text.
  <T> Optional<T> choice(String text, Span at, List<T> choices, Function<T, String> word) {
    Optional<T> found = choices.stream().filter(c -> word.apply(c).equals(text)).findFirst();
    if (found.isEmpty()) {
      List<String> words = choices.stream().map(word).toList();
      wrongValue(
          at,
          text,
          Suggest.nearest(text, words)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("choose one of `" + String.join("`, `", words) + "`"));
    }
    return found;
  }

  /// A version such as `1.36`, of two numbers.
  Optional<String> version(TomlValue value) {
    return text(value)
        .filter(
            text ->
                isVersion(text)
                    || wrongValue(value.span(), text, "give two numbers, such as `1.36`"));
  }

  private static boolean isVersion(String text) {
    int dot = text.indexOf('.');
    return dot > 0
        && text.length() <= 16
        && isNumber(text.substring(0, dot))
        && isNumber(text.substring(dot + 1));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// A port, 1 to 65535.
  Optional<Integer> port(TomlValue value) {
    if (!(value instanceof TomlValue.Whole(var number, var at))) {
      findings.add(wrongType(value, "a whole number"));
      return Optional.empty();
    }
    boolean port = number >= 1 && number <= 65535;
    return port || wrongValue(at, Long.toString(number), "give a port from 1 to 65535")
        ? Optional.of((int) number)
        : Optional.empty();
  }

  /// Text that is not empty.
  Optional<String> name(TomlValue value) {
    return text(value)
        .filter(text -> !text.isBlank() || wrongValue(value.span(), text, "give a name"));
  }

  /// A domain name in lower case, without a dot at its end.
  Optional<String> domain(TomlValue value) {
    return text(value)
        .filter(
            text ->
                DomainName.isValid(text)
                    || wrongValue(
                        value.span(),
                        text,
                        "give a domain name in lower case, such as `cluster.local`"));
  }

  /// The name of a namespace.
  Optional<String> label(TomlValue value) {
    return text(value)
        .filter(
            text ->
                (DomainName.isValid(text) && text.indexOf('.') < 0)
                    || wrongValue(
                        value.span(), text, "give the name of a namespace, such as `falco`"));
  }

  /// A list of domain names.
  Optional<List<String>> domains(TomlValue value) {
    return items(value, MAX_DOMAINS).flatMap(items -> each(items, this::domain));
  }

  /// A list of at most so many items.
  Optional<List<TomlValue>> items(TomlValue value, int limit) {
    if (!(value instanceof TomlValue.Items(var items, var at))) {
      findings.add(wrongType(value, "a list"));
      return Optional.empty();
    }
    return items.size() <= limit
            || wrongValue(at, items.size() + " items", "give at most " + limit + " items")
        ? Optional.of(items)
        : Optional.empty();
  }

  /// A table with these keys and no other ones.
  Optional<TomlValue.Table> table(TomlValue value, List<String> keys) {
    if (!(value instanceof TomlValue.Table table)) {
      findings.add(wrongType(value, "a list of tables"));
      return Optional.empty();
    }
    if (!knowsKeys(table, keys)) {
      return Optional.empty();
    }
    List<String> missing = keys.stream().filter(k -> !table.members().containsKey(k)).toList();
    String named = String.join("` and `", missing);
    return missing.isEmpty() || wrongValue(table.span(), "{ … }", "name its `" + named + "`, too")
        ? Optional.of(table)
        : Optional.empty();
  }

  /// The value of a key that a table has.
  static TomlValue member(TomlValue.Table table, String key) {
    return java.util.Objects.requireNonNull(table.members().get(key)).value();
  }

  /// Says of each key of a table that is none of these; whether there is no such.
  boolean knowsKeys(TomlValue.Table table, List<String> keys) {
    int before = findings.size();
    table.members().entrySet().stream()
        .filter(member -> !keys.contains(member.getKey()))
        .forEach(member -> unknown(member.getKey(), member.getValue(), keys));
    return findings.size() == before;
  }

  private void unknown(String name, TomlValue.Member member, List<String> keys) {
    findings.add(
        Code.PC0802
            .at(member.key(), "`" + name + "` is not a setting of `" + key + "`")
            .withHelp(
                Suggest.nearest(name, keys)
                    .map(near -> "did you mean `" + near + "`?")
                    .orElse("choose from `" + String.join("`, `", keys) + "`")));
  }

  /// What each item gives; empty where one gives nothing.
  static <T> Optional<List<T>> each(List<TomlValue> items, Function<TomlValue, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    items.forEach(item -> read.apply(item).ifPresent(all::add));
    return all.size() == items.size() ? Optional.of(all) : Optional.empty();
  }

  /// Says that a value has the wrong type.
  Finding wrongType(TomlValue value, String wanted) {
    return Code.PC0803.at(
        value.span(), "`" + key + "` must be " + wanted + ", not " + value.kind());
  }

  /// Says that a value does not fit; false, so that it can end a condition.
  boolean wrongValue(Span at, String value, String help) {
    findings.add(
        Code.PC0804.at(at, "`" + value + "` is no value for `" + key + "`").withHelp(help));
    return false;
  }
}
